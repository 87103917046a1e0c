package org.kith.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.events.VolunteerEvent.VolunteerTrained;
import org.kith.logicmodel.reading.InvalidLogicModel;
import org.kith.reporting.ingesting.EventConsumer;
import org.kith.reporting.models.ActiveProjections;
import org.kith.reporting.rebuilding.ModelRollout;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** A projection was made by another version of the service, whose models named events that this one does not have. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class UpgradeTest {
    private static final String TRAINED = "indicators.find { it.id == 'volunteers-trained' }.value";
    private static final String ANOTHER_EVENT = "UPDATE projection SET model = replace(model, 'volunteer.trained', 'volunteer.%s') WHERE programme = 'clics' AND state = 'live'";

    private static final String NEWER = "UPDATE projection SET version = version + 1000, model = 'newer ' || model WHERE programme = 'clics' AND state = 'live'";
    private static final String NOT_NEWER = "UPDATE projection SET version = version - 1000, model = substr(model, 7) WHERE programme = 'clics' AND state = 'live'";

    @ConfigProperty(name = "kith.db.address") String address;
    @ConfigProperty(name = "kith.db.name") String database;
    @ConfigProperty(name = "kith.db.owner.user") String owner;
    @ConfigProperty(name = "kith.db.owner.password") String password;
    @Inject Startup startup;
    @Inject ActiveProjections projections;
    @Inject ModelRollout rollout;
    @Inject EventConsumer consumer;

    @BeforeEach
    void everything_is_ready() {
        await().atMost(Duration.ofMinutes(3)).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void it_is_counted_again_from_the_folders_model_and_no_number_is_lost() throws SQLException {
        try (var topic = new Topic(); var rows = rows()) {
            topic.publish(Happening.of(new VolunteerTrained("v-before"), "clics", "CP4", LocalDate.of(2011, 5, 1)));
            await().atMost(Duration.ofSeconds(60)).until(() -> report().getInt(TRAINED) == 1);
            startup.stop(new ShutdownEvent(), consumer);
            assertThat(rows.createStatement().executeUpdate(ANOTHER_EVENT.formatted("was-trained"))).isOne();
            topic.publish(Happening.of(new VolunteerTrained("v-meanwhile"), "clics", "CP4", LocalDate.of(2011, 5, 2)));

            startup.start(new StartupEvent(), projections, rollout, consumer);

            everything_is_ready();
            await().atMost(Duration.ofSeconds(60)).until(() -> report().getInt(TRAINED) == 2);
        }
    }

    @Test
    void one_that_a_newer_version_made_is_left_alone_and_stops_the_start() throws SQLException {
        try (var rows = rows()) {
            rows.createStatement().executeUpdate(NEWER);
            try {
                assertThatThrownBy(() -> projections.open().await().atMost(Duration.ofSeconds(30))).isInstanceOf(InvalidLogicModel.class).hasMessageContaining("clics.yaml");
            } finally {
                assertThat(rows.createStatement().executeUpdate(NOT_NEWER)).as("it is still live").isOne();
            }
        }
    }

    private JsonPath report() {
        return given().header("Authorization", Tokens.bearer("analyst")).queryParam("period", "2011").get("/api/programmes/clics/report")
                .then().statusCode(200).extract().jsonPath();
    }

    private Connection rows() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + database, owner, password);
    }
}
