package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** A referral that waits, is opened again, was a duplicate or a mistake. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class WaitingTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private final Sample.Person person = Sample.person();
    private String referral = "";

    @BeforeEach
    void somebody_was_referred() {
        Directory.tell(copy);
        referral = refer();
    }

    @Test
    void the_waiting_clock_is_read_while_it_runs_and_stops_with_the_allocation() {
        step("accept", "{}");
        step("waiting", "{\"reason\": \"no-capacity\", \"occurredAt\": \"%s\"}".formatted(daysAgo(30))).then().statusCode(200).body("phase", equalTo("waiting"));
        step("waiting/pause", "{\"reason\": \"away\", \"occurredAt\": \"%s\"}".formatted(daysAgo(20))).then().statusCode(200);
        as("coordinator").get(referral).then().body("waiting.days", equalTo(10)).body("waiting.paused", equalTo(true));
        step("waiting/resume", "{\"occurredAt\": \"%s\"}".formatted(daysAgo(5))).then().statusCode(200);
        as("coordinator").queryParam("phase", "waiting").queryParam("limit", 200).get("/api/worklist").then().body("items.id", hasItem(id()));
        step("allocate", "{}").then().statusCode(200).body("phase", equalTo("allocated"));
        as("coordinator").get(referral).then()
                .body("waiting", nullValue())
                .body("history.find {it.event == 'waiting.ended'}.said.days", equalTo(15))
                .body("history.event", hasItem("waiting.paused"));
        as("coordinator").body("{\"reason\": \"no-capacity\"}").post(referral + "/waiting").then().statusCode(428);
    }

    @Test
    void who_is_referred_again_while_a_referral_is_open_is_suspected_to_be_a_duplicate() {
        var first = id();
        referral = refer();
        as("coordinator").get(referral).then().body("duplicateOf", equalTo(first)).body("phase", equalTo("awaiting-reply")).body("history.event", hasItem("duplicate.suspected"));
        step("duplicate/dismiss", "{}").then().statusCode(200);
        as("coordinator").get(referral).then().body("duplicateOf", nullValue());
        step("duplicate", "{\"of\": \"%s\"}".formatted(first)).then().statusCode(200);
        step("duplicate/confirm", "{}").then().statusCode(200).body("phase", equalTo("declined"));
        step("duplicate", "{\"of\": \"0199aaaa-0000-7000-8000-000000000001\"}").then().statusCode(422);
    }

    @Test
    void nobody_is_suspected_once_the_first_referral_has_ended() {
        step("decline", "{\"reason\": \"no-capacity\"}");
        referral = refer();
        as("coordinator").get(referral).then().body("duplicateOf", nullValue());
    }

    @Test
    void what_ended_is_reopened() {
        step("decline", "{\"reason\": \"no-capacity\"}");
        step("reopen", "{\"reason\": \"came-back\"}").then().statusCode(200).body("phase", equalTo("awaiting-reply"));
        step("accept", "{}");
        step("close", "{\"outcome\": \"goals-met\"}");
        step("reopen", "{\"reason\": \"came-back\"}").then().statusCode(200).body("phase", equalTo("accepted"));
        step("reopen", "{\"reason\": \"came-back\"}").then().statusCode(409).body("code", equalTo("not-ended"));
    }

    @Test
    void a_mistake_names_every_event_that_it_takes_back() {
        step("accept", "{}");
        step("enter-in-error", "{\"reason\": \"duplicate\"}").then().statusCode(200).body("phase", equalTo("entered-in-error"));
        var events = rows.texts("SELECT id::text FROM event WHERE stream_id = 'referral-%s' AND type <> 'referral.entered-in-error'".formatted(id()));
        var said = rows.texts("SELECT data::text FROM event WHERE stream_id = 'referral-%s' AND type = 'referral.entered-in-error'".formatted(id()));
        assertThat(said).hasSize(1);
        assertThat(events).hasSize(3).allSatisfy(event -> assertThat(said.getFirst()).contains(event));
        step("reopen", "{\"reason\": \"came-back\"}").then().statusCode(409).body("code", equalTo("entered-in-error"));
    }

    @Test
    void a_mistake_is_taken_back_as_it_was_read() {
        var stale = as("coordinator").get(referral).header("ETag");
        step("accept", "{}");
        as("coordinator").header("If-Match", stale).body("{\"reason\": \"duplicate\"}").post(referral + "/enter-in-error").then().statusCode(412);
        as("worker").header("If-Match", "*").body("{\"reason\": \"duplicate\"}").post(referral + "/enter-in-error").then().statusCode(403);
        as("coordinator").header("If-Match", "*").body("{\"reason\": \"duplicate\"}").post(referral + "/enter-in-error").then().statusCode(200);
    }

    private Response step(String what, String body) {
        return as("coordinator").header("If-Match", as("coordinator").get(referral).header("ETag")).body(body).post(referral + "/" + what);
    }

    private String refer() {
        return as("partner").body(Sample.referral(person, daysAgo(31))).post("/api/referrals").then().statusCode(201).extract().header("Location");
    }

    private String id() {
        return referral.substring(referral.lastIndexOf('/') + 1);
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).minusSeconds(60);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
