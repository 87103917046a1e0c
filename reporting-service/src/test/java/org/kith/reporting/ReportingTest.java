package org.kith.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.kith.reporting.Clics.as;
import static org.kith.reporting.Clics.awaitReport;
import static org.kith.reporting.Clics.measure;
import static org.kith.reporting.Clics.report;
import static org.kith.reporting.Clics.supported;
import static org.kith.reporting.Clics.trained;
import static org.kith.reporting.Clics.value;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.RealKith;

/** The service from outside: events on the topics, numbers over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ReportingTest {
    private static Topic topic;

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @BeforeEach
    void everything_is_ready() {
        Clics.ready();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @Test
    void a_report_can_be_asked_as_of_a_moment_before_a_late_event() {
        topic.publish(trained("v-early", LocalDate.of(2002, 5, 1)));
        awaitReport("2002", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("1"));
        var before = Instant.now();
        await().until(() -> Instant.now().isAfter(before.plusMillis(5)));

        topic.publish(trained("v-late", LocalDate.of(2002, 4, 30)));

        awaitReport("2002", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("2"));
        assertThat(value(report("2002", before), "volunteers-trained")).isEqualByComparingTo("1");
    }

    @Test
    void a_pair_is_the_same_person_before_and_after() {
        topic.publish(measure("v-pair", "baseline", "19.25", LocalDate.of(2005, 5, 1)));
        topic.publish(measure("v-pair", "follow-up", "23.21", LocalDate.of(2005, 9, 1)));
        topic.publish(measure("v-alone", "follow-up", "35.00", LocalDate.of(2005, 9, 1)));

        awaitReport("2005", report -> assertThat(value(report, "volunteer-well-being")).isEqualByComparingTo(new BigDecimal("3.96")));
    }

    @Test
    void an_answer_is_final_once_every_partition_has_been_read_past_its_moment() {
        var moment = Instant.now();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(report("2006", moment).getBoolean("final")).isTrue());
        assertThat(Instant.parse(report("2006", moment).getString("projectedThrough"))).isAfterOrEqualTo(moment);
        assertThat(report("2006", Instant.now().plusSeconds(60)).getBoolean("final")).isFalse();
        assertThat(report("2006", null).getBoolean("final")).isFalse();
    }

    @Test
    void a_rebuild_changes_no_number() {
        var wrong = trained("v-wrong", LocalDate.of(2007, 5, 1));
        topic.publish(wrong);
        topic.publish(trained("v-1", LocalDate.of(2007, 5, 1)));
        topic.publish(trained("v-2", LocalDate.of(2007, 5, 2)).voiding(wrong.id()));
        topic.publish(supported("g-1", "abcd-training", LocalDate.of(2007, 5, 3)));
        awaitReport("2007", report -> {
            assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("2");
            assertThat(value(report, "groups-supported")).isEqualByComparingTo("1");
        });
        var before = report("2007", null).getList("indicators");
        int live = liveProjection();

        as("administrator").post("/api/programmes/clics/rebuild").then().statusCode(202);

        await().atMost(Duration.ofSeconds(90)).until(() -> liveProjection() > live);
        assertThat(report("2007", null).getList("indicators")).isEqualTo(before);
        topic.publish(trained("v-3", LocalDate.of(2007, 5, 4)));
        awaitReport("2007", report -> assertThat(value(report, "volunteers-trained")).isEqualByComparingTo("3"));
    }

    @Test
    void numbers_are_shown_to_who_takes_part_only() {
        given().get("/api/programmes/clics/report").then().statusCode(401);
        as("partner").get("/api/programmes/clics/report").then().statusCode(403);
        as("analyst").get("/api/programmes/unheard-of/report").then().statusCode(404);
        as("analyst").post("/api/programmes/clics/rebuild").then().statusCode(403);
        as("analyst").queryParam("period", "last week").queryParam("area", "CP9").queryParam("asOf", "noon").get("/api/programmes/clics/report")
                .then().statusCode(422).body("errors.field", contains("period", "area", "asOf"));
        assertThat(as("other-partner").get("/api/programmes").then().statusCode(200).extract().jsonPath().getList("id")).containsExactly("norfolk-living-well");
        assertThat(as("analyst").get("/api/programmes").then().extract().jsonPath().getList("id")).hasSize(5);
    }

    @Test
    void the_model_is_shown_in_its_funders_columns() {
        var model = as("funder").get("/api/programmes/clics/logic-model").then().statusCode(200).extract().jsonPath();
        assertThat(model.getList("columns.id")).startsWith("needs").hasSize(6);
        assertThat(model.getList("strands.elements.flatten().findAll { it.kind == 'indicator' }.id")).contains("volunteers-trained");
    }

    @Test
    void a_report_is_a_table_too() {
        String csv = as("analyst").accept("text/csv").queryParam("period", "2008").get("/api/programmes/clics/report").then().statusCode(200).extract().asString();
        assertThat(csv).startsWith("programme,model_version,").contains("\r\nclics,");
    }

    private static int liveProjection() {
        return as("administrator").get("/api/programmes/clics/projections").then().statusCode(200).extract().jsonPath().getInt("find { it.state == 'live' }.id");
    }
}
