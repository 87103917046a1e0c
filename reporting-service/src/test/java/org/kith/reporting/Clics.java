package org.kith.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kith.events.DirectoryEvent.GroupSupported;
import org.kith.events.OutcomesEvent.MeasureTaken;
import org.kith.events.VolunteerEvent.VolunteerTrained;
import org.kith.testsupport.Tokens;

/** What happens in the programme of these tests, and its report as an analyst reads it. Each test has a year of its own. */
final class Clics {
    static final String CLICS = "clics";

    private Clics() {}

    static void ready() {
        await().atMost(Duration.ofMinutes(3)).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    static Happening trained(String volunteer, LocalDate day) {
        return Happening.of(new VolunteerTrained(volunteer), CLICS, "CP4", day);
    }

    static Happening supported(String group, String kind, LocalDate day) {
        return Happening.of(new GroupSupported(group, kind, null, LocalDate.of(1999, 1, 1)), CLICS, "CP4", day);
    }

    static Happening measure(String subject, String occasion, String metric, LocalDate day) {
        return Happening.of(
                new MeasureTaken(UUID.randomUUID().toString(), subject, "volunteer", "swemwbs", occasion, 20, new BigDecimal(metric)), CLICS, "CP4", day);
    }

    /** @param asOf null: as it is known now */
    static JsonPath report(String year, @Nullable Instant asOf) {
        return get("/api/programmes/clics/report", year, asOf);
    }

    static void awaitReport(String year, Consumer<JsonPath> expected) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> expected.accept(report(year, null)));
    }

    /** In a report. */
    static String indicator(String id) {
        return "indicators.find { it.id == '" + id + "' }";
    }

    static BigDecimal value(JsonPath report, String id) {
        return new BigDecimal(report.getString(indicator(id) + ".value"));
    }

    /** Those that make up a number. */
    static JsonPath events(String indicator, String year, @Nullable Instant asOf) {
        return get("/api/programmes/clics/indicators/" + indicator + "/events", year, asOf);
    }

    static RequestSpecification as(String client) {
        return given().header("Authorization", Tokens.bearer(client));
    }

    private static JsonPath get(String address, String year, @Nullable Instant asOf) {
        var request = as("analyst").queryParam("period", year);
        if (asOf != null) request.queryParam("asOf", asOf.toString());
        return request.get(address).then().statusCode(200).extract().jsonPath();
    }
}
