package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** A programme that began elsewhere is brought over as it stands, with its true dates. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class OpeningBalancesTest {
    private static final String UPLOADS = "/api/referral-uploads";
    private static final String HEADER = "programme,externalReference,source,practice,nhsNumber,givenName,familyName,birthDate,reasons,consentGiven,occurredAt,"
            + "status,acceptedAt,waitingSince,waitingReason,worker,allocatedAt,firstContactAt,firstContactMode,firstContactMinutes,endedAt,outcome\r\n";
    private static final RestAssuredConfig CSV = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT));

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void referrals_come_over_in_whichever_phase_they_were_and_a_worker_finds_theirs() {
        var upload = finished(upload(
                row("awaiting-reply,,,,,,,,,,")
                        + row("accepted,2024-05-02,,,,,,,,,")
                        + row("waiting,2024-05-02,2024-05-03,no-capacity,,,,,,,")
                        + row("allocated,2024-05-02,,,worker-coastal,2024-05-04,,,,,")
                        + row("in-support,2024-05-02,2024-05-02,no-capacity,worker-coastal,2024-05-12,2024-05-14T09:00:00Z,phone,25,,")
                        + row("declined,,,,,,,,,2024-05-05,no-capacity")
                        + row("disengaged,2024-05-02,,,worker-coastal,2024-05-04,,,,2024-06-01,no-longer-wanted")
                        + row("closed,2024-05-02,,,worker-coastal,2024-05-04,2024-05-10,phone,40,2024-09-01,goals-met")));
        assertThat(upload.getList("results.result", String.class)).containsOnly("received").hasSize(8);
        var referrals = upload.getList("results.referral", String.class);
        assertThat(referrals.stream().map(referral -> read(referral).path("phase").toString())).containsExactly(
                "awaiting-reply", "accepted", "waiting", "allocated", "in-support", "declined", "disengaged", "closed");
        var supported = read(referrals.get(4));
        assertThat(supported.<String>path("occurredAt")).isEqualTo("2024-05-01T10:15:30Z");
        assertThat(supported.<String>path("allocatedAt")).isEqualTo("2024-05-11T23:00:00Z");
        assertThat(supported.<String>path("lastContactAt")).isEqualTo("2024-05-14T09:00:00Z");
        supported.then().body("contacts", equalTo(1)).body("history.find {it.event == 'waiting.ended'}.said.days", equalTo(10));
        read(referrals.get(3)).then().body("worker", equalTo("worker-coastal"));
    }

    @Test
    void what_comes_over_leads_to_the_ordinary_events_at_their_own_time_and_is_marked() {
        var referral = received(row("closed,2024-05-01,,,worker-coastal,2024-05-01,2024-05-10,phone,40,2024-09-01,goals-met"));
        assertThat(rows.texts("SELECT type || ' ' || to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') FROM event WHERE stream_id = 'referral-%s' ORDER BY version"
                .formatted(referral))).containsExactly(
                        "referral.received 2024-05-01 10:15", "consent.given 2024-05-01 10:15", "referral.accepted 2024-05-01 10:15", "referral.allocated 2024-05-01 10:15",
                        "contact.held 2024-05-09 23:00", "referral.closed 2024-08-31 23:00");
        assertThat(rows.texts("SELECT data ->> 'door' FROM event WHERE stream_id = 'referral-%s' AND version = 1".formatted(referral))).containsExactly("opening-balance");
    }

    @Test
    void a_day_is_enough_of_when_it_was_referred_as_of_everything_else() {
        var referral = received(row("accepted,2024-05-01,,,,,,,,,").replace("2024-05-01T10:15:30Z", "2024-05-01"));
        assertThat(read(referral).<String>path("occurredAt")).isEqualTo("2024-04-30T23:00:00Z");
        assertThat(rows
                .texts("SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') FROM event WHERE stream_id = 'referral-%s' AND type = 'referral.accepted'".formatted(
                        referral)))
                .containsExactly("2024-04-30 23:00");
        var upload = finished(upload(row("accepted,2024-05-01,,,,,,,,,").replace("2024-05-01T10:15:30Z", "2024-02-30")));
        assertThat(faults(upload, 0)).containsExactly("occurredAt not-a-time");
    }

    @Test
    void nobody_is_told_or_chased_for_what_is_long_past_and_the_referral_goes_on_as_any_other() {
        var referral = received(row("allocated,2024-05-02,,,worker-coastal,2024-05-04,,,,,"));
        assertThat(rows.texts("SELECT kind FROM webhook_notice WHERE referral = '%s' UNION ALL SELECT kind FROM webhook_delivery WHERE referral = '%s'".formatted(
                referral, referral))).isEmpty();
        assertThat(rows.texts("SELECT phase FROM referral_progress WHERE referral = '%s' AND phase = 'awaiting-reply'".formatted(referral))).isEmpty();
        as("worker").body("{\"mode\": \"phone\", \"minutes\": 20}").post("/api/referrals/" + referral + "/contacts").then().statusCode(200).body("phase", equalTo("in-support"));
    }

    @Test
    void the_same_file_again_adds_nothing_and_who_was_closed_can_be_referred_anew() {
        var person = Sample.person();
        var reference = "our-" + UUID.randomUUID();
        var row = row(reference, person, "closed,2024-05-02,,,,,,,,2024-09-01,goals-met");
        received(row);
        assertThat(finished(upload(row)).getString("results[0].result")).isEqualTo("unchanged");
        as("coordinator").contentType(ContentType.JSON)
                .body(Sample.referral(person).replace("{\"programme\"", "{\"externalReference\": \"" + reference + "\", \"programme\"")).post("/api/referrals").then()
                .statusCode(201);
    }

    @Test
    void a_row_that_does_not_fit_its_status_says_why_and_the_others_go_in() {
        var upload = finished(upload(
                row("closed,2024-05-02,,,,,,,,2024-04-01,boredom")
                        + row("accepted,2024-05-02,,,worker-coastal,2024-05-04,,,,,")
                        + row("in-support,2024-05-02,,,worker-coastal,2024-05-04,,phone,0,,")
                        + row("allocated,2024-05-02,,,nobody,05/04/2024,,,,,")
                        + row("nonsense,,,,,,,,,,")
                        + row(",2024-05-02,,,,,,,,,")
                        + row("accepted,2024-05-02,,,,,,,,,").replace("2024-05-01T10:15:30Z", "")
                        + row("accepted,2024-05-02,,,,,,,,,")));
        assertThat(faults(upload, 0)).containsExactlyInAnyOrder("endedAt too-early", "outcome unknown-code");
        assertThat(faults(upload, 1)).containsExactlyInAnyOrder("worker not-of-this-status", "allocatedAt not-of-this-status");
        assertThat(faults(upload, 2)).contains("firstContactAt required");
        assertThat(faults(upload, 3)).containsExactlyInAnyOrder("worker not-in-post", "allocatedAt not-a-time");
        assertThat(faults(upload, 4)).containsExactly("status unknown");
        assertThat(faults(upload, 5)).containsExactly("acceptedAt no-status");
        assertThat(faults(upload, 6)).containsExactly("occurredAt required");
        assertThat(upload.getString("results[7].result")).isEqualTo("received");
    }

    @Test
    void only_a_coordinator_says_what_had_become_of_a_referral() {
        var upload = finished("partner", csv("partner").body(HEADER + row("accepted,2024-05-02,,,,,,,,,")).post(UPLOADS).then().statusCode(202).extract().header("Location"));
        assertThat(faults(upload, 0)).containsExactly("status not-allowed");
    }

    private static List<String> faults(JsonPath upload, int row) {
        var fields = upload.getList("results[%d].errors.field".formatted(row), String.class);
        var codes = upload.getList("results[%d].errors.code".formatted(row), String.class);
        return IntStream.range(0, fields.size()).mapToObj(i -> fields.get(i) + " " + codes.get(i)).toList();
    }

    private static String received(String row) {
        return finished(upload(row)).getString("results[0].referral");
    }

    private static Response read(String referral) {
        return as("coordinator").get("/api/referrals/" + referral).then().statusCode(200).extract().response();
    }

    private static String row(String opening) {
        return row("our-" + UUID.randomUUID(), Sample.person(), opening);
    }

    private static String row(String reference, Sample.Person person, String opening) {
        return "norfolk-living-well,%s,primary-care,KITH-NLW-07,%s,Wilhelmina,%s,1947-05-12,debt,yes,2024-05-01T10:15:30Z,%s\r\n".formatted(
                reference, person.nhsNumber(), person.familyName(), opening);
    }

    private static String upload(String rows) {
        return csv("coordinator").body(HEADER + rows).post(UPLOADS).then().statusCode(202).extract().header("Location");
    }

    private static JsonPath finished(String address) {
        return finished("coordinator", address);
    }

    private static JsonPath finished(String client, String address) {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50))
                .until(() -> as(client).get(address).then().statusCode(200).extract().jsonPath(), upload -> upload.getString("status").equals("finished"));
    }

    private static RequestSpecification csv(String client) {
        return given().auth().oauth2(Tokens.of(client)).config(CSV).contentType("text/csv");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
