package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A programme that began elsewhere comes over as it stands: the caseload is there, and each number in the period in which it happened. */
class OpeningBalancesTest {
    private static final String NORFOLK = "norfolk-living-well";
    private static final String HEADER = "programme,externalReference,source,practice,nhsNumber,givenName,familyName,birthDate,reasons,consentGiven,occurredAt,"
            + "status,acceptedAt,worker,allocatedAt,firstContactAt,firstContactMode,firstContactMinutes,endedAt,outcome\r\n";
    private static final RestAssuredConfig CSV = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));

    @Test
    @Tag("D10")
    @Tag("D11")
    @Tag("D12")
    void what_happened_elsewhere_counts_when_it_happened_and_what_is_open_goes_on_here() {
        Staff.workerCovers(NORFOLK, "swaffham");
        var may = Watched.now(NORFOLK, "?period=2019-05");
        var june = Watched.now(NORFOLK, "?period=2019-06");
        var now = Watched.now(NORFOLK, "");
        var file = HEADER + row("closed,2019-05-03,%s,2019-05-04,2019-05-20,phone,40,2019-06-28,goals-met".formatted(Staff.worker()))
                + row("in-support,2019-05-03,%s,2019-05-04,2019-06-02,phone,25,,".formatted(Staff.worker()))
                + row("closed,2019-05-03,,,,,,2019-04-01,goals-met");
        var upload = finished(file);
        assertThat(upload.path("results").findValuesAsText("result")).containsExactly("received", "received", "refused");
        assertThat(upload.at("/results/2/errors/0/field").asText()).isEqualTo("endedAt");
        may.moveBy(Map.of("referrals-received", 2, "referrals-accepted", 2, "referrals-allocated", 2, "contacts-held", 1), List.of("referrals-closed", "referrals-chased"));
        june.moveBy(Map.of("contacts-held", 1, "referrals-closed", 1), List.of("referrals-received", "referrals-accepted"));
        now.moveBy(Map.of(), List.of("referrals-received", "referrals-accepted", "contacts-held", "referrals-closed", "referrals-chased"));
        var open = new Case(NORFOLK, "/api/referrals/" + upload.at("/results/1/referral").asText());
        assertThat(open.read().path("phase").asText()).isEqualTo("in-support");
        open.record("contacts", "{\"mode\": \"phone\", \"minutes\": 15}");
        now.moveBy(Map.of("contacts-held", 1), List.of("referrals-received"));
        assertThat(finished(file).path("results").findValuesAsText("result")).containsExactly("unchanged", "unchanged", "refused");
    }

    private static String row(String opening) {
        var person = People.someone();
        return "%s,ref-%s,primary-care,%s,%s,%s,%s,1951-03-14,debt,yes,2019-05-02T09:00:00Z,%s\r\n".formatted(
                NORFOLK, UUID.randomUUID(), Referrals.NORFOLK_PRACTICE, person.nhsNumber(), person.givenName(), person.familyName(), opening);
    }

    private static JsonNode finished(String file) {
        var answer = Kith.as("coordinator").request().config(CSV).contentType("text/csv").header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file).post("/api/referral-uploads");
        answer.then().statusCode(202);
        return Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(100)).ignoreExceptions()
                .until(() -> Kith.json(Kith.as("coordinator").get(answer.header("Location")).asString()), upload -> upload.path("status").asText().equals("finished"));
    }
}
