package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** A referral is taken back by who sent it, whichever way they say so. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class CancellingTest {
    private static final String FHIR = "application/fhir+json";
    private static final String REFERRED = "2026-03-02T09:30:00Z";
    private static final String AT = "2026-03-09T08:00:00Z";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private final Sample.Person person = Sample.person();
    private final String reference = "our-" + UUID.randomUUID();

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void who_referred_takes_it_back_and_everybody_sees_that() {
        var since = Instant.now().toString();
        var referral = refer();
        step(referral, "accept", "{}");
        step(referral, "allocate", "{}");
        cancel("partner", referral, "{\"reason\": \"no-longer-needed\", \"note\": \"Moved in with her daughter.\"}").then().statusCode(200).body("phase", equalTo("cancelled"));
        as("worker").get(referral).then()
                .body("phase", equalTo("cancelled")).body("worker", nullValue())
                .body("history.find {it.event == 'referral.cancelled'}.said.reason", equalTo("no-longer-needed"))
                .body("history.find {it.event == 'referral.cancelled'}.note", equalTo("Moved in with her daughter."));
        as("coordinator").queryParam("worker", "worker-coastal").queryParam("limit", 200).get("/api/worklist").then().body("items.id", not(hasItem(id(referral))));
        as("partner").queryParam("limit", 200).queryParam("updatedSince", since).get("/api/referrals").then()
                .body("items.find {it.id == '%s'}.phase".formatted(id(referral)), equalTo("cancelled"))
                .body("items.find {it.id == '%s'}.reason".formatted(id(referral)), equalTo("no-longer-needed"));
        assertThat(as("partner").get("/fhir/ServiceRequest/" + id(referral)).asString()).contains("\"status\":\"revoked\"");
        assertThat(rows.texts("SELECT kind FROM webhook_notice WHERE referral = '%s'".formatted(id(referral)))).doesNotContain("referral.closed", "referral.declined");
        step(referral, "accept", "{}").then().statusCode(409).body("code", equalTo("cancelled"));
    }

    @Test
    void only_who_referred_takes_it_back_having_read_it() {
        var referral = refer();
        as("other-partner").header("If-Match", "*").body("{\"reason\": \"no-longer-needed\"}").post(referral + "/cancel").then().statusCode(404);
        as("coordinator").header("If-Match", "*").body("{\"reason\": \"no-longer-needed\"}").post(referral + "/cancel").then().statusCode(403);
        as("analyst").header("If-Match", "*").body("{\"reason\": \"no-longer-needed\"}").post(referral + "/cancel").then().statusCode(403);
        as("partner").body("{\"reason\": \"no-longer-needed\"}").post(referral + "/cancel").then().statusCode(428);
        cancel("partner", referral, "{\"reason\": \"boredom\"}").then().statusCode(422).body("errors.field", equalTo(List.of("reason")));
        step(referral, "decline", "{\"reason\": \"no-capacity\"}");
        cancel("partner", referral, "{\"reason\": \"no-longer-needed\"}").then().statusCode(409).body("code", equalTo("declined"));
    }

    @Test
    void who_is_to_be_told_no_more_is_not_told_by_a_refusal() {
        var referral = refer();
        String who = as("worker").get(referral).path("person");
        as("worker").body("{\"referral\": \"%s\", \"how\": \"verbal\", \"given\": false, \"purpose\": \"tell-referrer\"}".formatted(id(referral)))
                .post("/api/people/" + who + "/consents").then().statusCode(200);
        step(referral, "decline", "{\"reason\": \"no-capacity\"}").then().statusCode(200);
        as("partner").header("If-Match", "*").body("{\"reason\": \"no-longer-needed\"}").post(referral + "/cancel").then().statusCode(409).body("code",
                equalTo("consent-withdrawn"));
    }

    @Test
    void the_same_person_can_be_referred_again_under_the_same_reference_afterwards() {
        var referral = refer();
        refer(409);
        cancel("partner", referral, "{\"reason\": \"no-longer-needed\"}").then().statusCode(200);
        var again = refer();
        as("coordinator").get(again).then().body("duplicateOf", nullValue()).body("phase", equalTo("awaiting-reply"));
    }

    @Test
    void every_door_leads_to_the_same_event() {
        var overRest = refer();
        cancel("partner", overRest, "{\"reason\": \"no-longer-needed\", \"occurredAt\": \"%s\"}".formatted(AT)).then().statusCode(200);
        var byMessage = refer();
        send("partner", message("revoked", id(byMessage))).then().statusCode(200);
        var byWebhook = deliver("referral.requested", Sample.referral(Sample.person())).then().statusCode(202).extract().header("Location");
        deliver("referral.cancelled", "{\"referral\": \"%s\", \"reason\": \"no-longer-needed\", \"occurredAt\": \"%s\"}".formatted(id(byWebhook), AT)).then().statusCode(202);
        assertThat(cancelled(overRest)).hasSize(1).isEqualTo(cancelled(byMessage)).isEqualTo(cancelled(byWebhook));
    }

    @Test
    void nobody_takes_back_what_was_not_referred_yet_whichever_way_they_say_so() {
        var referral = refer();
        var early = "2001-04-01T00:00:00Z";
        var overRest = cancel("partner", referral, "{\"reason\": \"no-longer-needed\", \"occurredAt\": \"%s\"}".formatted(early));
        overRest.then().statusCode(422).body("errors.field", equalTo(List.of("occurredAt"))).body("errors.code", equalTo(List.of("too-early")))
                .body("errors[0].message", containsString(REFERRED));
        for (var status : List.of("revoked", "entered-in-error")) {
            var byMessage = send("partner", message(status, id(referral)).replace(AT, early));
            byMessage.then().statusCode(422);
            assertThat(byMessage.asString()).contains("\"Bundle.timestamp\"", "too-early", REFERRED);
        }
        var byWebhook = deliver("referral.requested", Sample.referral(Sample.person(), "2026-03-10T09:30:00Z")).then().statusCode(202).extract().header("Location");
        var data = "{\"referral\": \"%s\", \"reason\": \"no-longer-needed\"}".formatted(id(byWebhook));
        deliver("referral.cancelled", data).then().statusCode(422).body("errors.field", equalTo(List.of("timestamp"))).body("errors.code", equalTo(List.of("too-early")));
        deliver("referral.cancelled", data.replace("}", ", \"occurredAt\": \"%s\"}".formatted(early))).then().statusCode(422)
                .body("errors.field", equalTo(List.of("data.occurredAt"))).body("errors.code", equalTo(List.of("too-early")));
        assertThat(cancelled(referral)).isEmpty();
        cancel("partner", referral, "{\"reason\": \"no-longer-needed\"}").then().statusCode(200);
    }

    @Test
    void a_practice_names_its_referral_by_its_own_reference_and_a_replay_is_answered_as_before() {
        var referred = deliver("referral.requested", referral()).then().statusCode(202).extract().header("Location");
        var data = """
                {"programme": "norfolk-living-well", "externalReference": "%s", "person": {"nhsNumber": "%s"}, "reason": "no-longer-needed"}"""
                .formatted(reference, person.nhsNumber());
        var key = Directory.PRACTICE + ":msg_" + UUID.randomUUID();
        deliver(key, "referral.cancelled", data).then().statusCode(202).header("Location", equalTo(referred));
        deliver(key, "referral.cancelled", data).then().statusCode(202).header("Location", equalTo(referred));
        assertThat(cancelled(referred)).hasSize(1);
        deliver("referral.cancelled", data).then().statusCode(422).body("errors.field", equalTo(List.of("data.referral"))).body("errors.code", equalTo(List.of("unknown")));
    }

    @Test
    void a_practice_takes_back_nothing_of_others_and_is_told_what_is_missing() {
        var partners = refer();
        deliver("referral.cancelled", "{\"referral\": \"%s\", \"reason\": \"no-longer-needed\"}".formatted(id(partners))).then().statusCode(422).body("errors.code",
                equalTo(List.of("unknown")));
        deliver("referral.cancelled", "{\"externalReference\": \"x\"}").then().statusCode(422).body("errors.field", equalTo(List.of("data.referral", "data.reason")));
        as("partner").body("{}").post("/internal/webhook-cancellations").then().statusCode(403);
        as("coordinator").get(partners).then().body("phase", equalTo("awaiting-reply"));
    }

    @Test
    void a_message_that_cancels_is_answered_by_a_message_and_the_same_one_again_by_the_same() {
        var referral = refer();
        var body = message("revoked", id(referral));
        var request = UUID.randomUUID().toString();
        var first = fhir("partner").header("X-Request-Id", request).body(body).post("/fhir/$process-message");
        var second = fhir("partner").header("X-Request-Id", request).body(body).post("/fhir/$process-message");
        first.then().statusCode(200);
        assertThat(first.header("Location")).endsWith("/fhir/ServiceRequest/" + id(referral));
        assertThat(second.asString()).isEqualTo(first.asString()).contains("servicerequest-response", "\"update\"");
        send("partner", body).then().statusCode(409);
    }

    @Test
    void a_message_names_the_referral_by_the_senders_own_identifier_too() {
        var referral = refer();
        send("other-partner", message("revoked", "nobodys")).then().statusCode(422);
        send("partner", message("revoked", "ours")).then().statusCode(200);
        as("coordinator").get(referral).then().body("phase", equalTo("cancelled"));
        var answer = send("partner", message("revoked", "ours"));
        answer.then().statusCode(422);
        assertThat(answer.asString()).contains("Bundle.entry[1].resource.id").doesNotContain(person.nhsNumber());
    }

    @Test
    void what_was_never_meant_is_entered_in_error_until_it_was_answered() {
        var referral = refer();
        send("partner", message("entered-in-error", id(referral))).then().statusCode(200);
        as("coordinator").get(referral).then().body("phase", equalTo("entered-in-error"));
        assertThat(rows.texts("SELECT json_array_length(data -> 'voids')::text FROM event WHERE stream_id = 'referral-%s' AND type = 'referral.entered-in-error'".formatted(
                id(referral)))).containsExactly("2");
        var answered = refer();
        step(answered, "accept", "{}");
        send("partner", message("entered-in-error", id(answered))).then().statusCode(409);
        send("partner", message("revoked", id(answered))).then().statusCode(200);
    }

    private List<String> cancelled(String referral) {
        return rows.texts("SELECT schema_version || data::text || occurred_at FROM event WHERE stream_id = 'referral-%s' AND type = 'referral.cancelled'".formatted(id(referral)));
    }

    private Response cancel(String client, String referral, String body) {
        return as(client).header("If-Match", as(client).get(referral).header("ETag")).body(body).post(referral + "/cancel");
    }

    private Response step(String referral, String what, String body) {
        return as("coordinator").header("If-Match", as("coordinator").get(referral).header("ETag")).body(body).post(referral + "/" + what);
    }

    private String refer() {
        return refer(201);
    }

    private String refer(int status) {
        return as("partner").body(referral()).post("/api/referrals").then().statusCode(status).extract().header("Location");
    }

    private String referral() {
        return Sample.referral(person, REFERRED).replace("{\"programme\"", "{\"externalReference\": \"%s\", \"programme\"".formatted(reference));
    }

    private static Response deliver(String type, String data) {
        return deliver(Directory.PRACTICE + ":msg_" + UUID.randomUUID(), type, data);
    }

    private static Response deliver(String key, String type, String data) {
        return as("gateway").header("X-Kith-Practice", Directory.PRACTICE).header("Idempotency-Key", key)
                .body("{\"type\": \"%s\", \"timestamp\": \"%s\", \"data\": %s}".formatted(type, AT, data))
                .post(type.equals("referral.cancelled") ? "/internal/webhook-cancellations" : "/internal/webhook-referrals");
    }

    /** Only what cancelling needs: the header, the request, the patient. */
    private String message(String status, String id) {
        return """
                {"resourceType": "Bundle", "type": "message", "timestamp": "%s", "entry": [
                  {"fullUrl": "urn:uuid:1", "resource": {"resourceType": "MessageHeader", "id": "m1",
                   "eventCoding": {"system": "https://fhir.nhs.uk/CodeSystem/message-events-bars", "code": "servicerequest-request"},
                   "source": {"endpoint": "urn:example:sender"},
                   "reason": {"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/message-reason-bars", "code": "update"}]},
                   "focus": [{"reference": "urn:uuid:2"}]}},
                  {"fullUrl": "urn:uuid:2", "resource": {"resourceType": "ServiceRequest", "id": "%s", "status": "%s", "intent": "order",
                   "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/request-statusReason", "valueCodeableConcept":
                     {"coding": [{"system": "urn:kith:code-list:%s", "code": "%s"}]}}],
                   "identifier": [{"value": "%s"}], "subject": {"reference": "urn:uuid:3"},
                   "performer": [{"identifier": {"system": "urn:kith:programme", "value": "norfolk-living-well"}}]}},
                  {"fullUrl": "urn:uuid:3", "resource": {"resourceType": "Patient",
                   "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}}]}"""
                .formatted(
                        AT, id, status, status.equals("revoked") ? "cancellation-reason" : "entered-in-error-reason",
                        status.equals("revoked") ? "no-longer-needed" : "duplicate", reference, person.nhsNumber());
    }

    private static Response send(String client, String body) {
        return fhir(client).body(body).post("/fhir/$process-message");
    }

    private static String id(String referral) {
        return referral.substring(referral.lastIndexOf('/') + 1);
    }

    private static RequestSpecification fhir(String client) {
        var plain = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig()
                .encodeContentTypeAs(FHIR, ContentType.TEXT).appendDefaultContentCharsetToContentTypeIfUndefined(false).defaultContentCharset("UTF-8"));
        return given().config(plain).urlEncodingEnabled(false).auth().oauth2(Tokens.of(client)).contentType(FHIR);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
