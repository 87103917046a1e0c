package org.kith.acceptance;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who referred takes it back through each door: it was received all the same, and is neither declined nor closed. */
class CancellingTest {
    private static final String NORFOLK = "norfolk-living-well";
    private static final String FHIR = "application/fhir+json";
    private static final List<String> UNMOVED = List.of("referrals-declined", "referrals-closed", "drop-outs");

    @Test
    @Tag("D10")
    void a_referral_that_is_taken_back_through_any_door_counts_as_received_and_as_taken_back() {
        var watched = Watched.now(NORFOLK, "");
        var overRest = Case.referred(NORFOLK, Referrals.toNorfolk(People.someone()));
        Kith.as("partner").command(overRest.address(), "cancel", "{\"reason\": \"no-longer-needed\"}").then().statusCode(200);
        var practice = Platform.started().practice(Referrals.NORFOLK_PRACTICE);
        var delivered = practice.deliver(practice.sign(Referrals.asWebhook(Referrals.toNorfolk(People.someone())))).then().statusCode(202).extract().header("Location");
        var taken = practice.sign("""
            {"type": "referral.cancelled", "timestamp": "%s", "data": {"referral": "%s", "reason": "no-longer-needed"}}""".formatted(Instant.now(), id(delivered)));
        practice.deliver(taken).then().statusCode(202);
        practice.deliver(taken).then().statusCode(202);
        var byMessage = Case.referred(NORFOLK, Referrals.toNorfolk(People.someone()));
        message(id(byMessage.address())).then().statusCode(200);
        watched.moveBy(Map.of("referrals-received", 3, "people-referred", 3, "referrals-cancelled", 3), UNMOVED);
        overRest.standsBehind("referrals-cancelled", "referral.cancelled");
        byMessage.standsBehind("referrals-cancelled", "referral.cancelled");
        assertThat(overRest.read().path("phase").asText()).isEqualTo("cancelled");
        assertThat(fhir().get("/fhir/ServiceRequest/" + id(byMessage.address())).jsonPath().getString("status")).isEqualTo("revoked");
    }

    @Test
    void the_waiting_ends_with_it_and_another_organisation_cannot_do_it() {
        var watched = Watched.now(NORFOLK, "?area=swaffham");
        var one = Case.referred(NORFOLK, Referrals.toNorfolk(People.someone()));
        one.step("coordinator", "accept", "{}");
        one.step("coordinator", "waiting", "{\"reason\": \"no-capacity\"}");
        watched.moveBy(Map.of("waiting-now", 1), List.of());
        Kith.as("other-partner").request().header("If-Match", "*").body("{\"reason\": \"other\"}").post(one.address() + "/cancel").then().statusCode(404);
        Kith.as("coordinator").command(one.address(), "cancel", "{\"reason\": \"other\"}").then().statusCode(403);
        var before = Kith.as("partner").command(one.address(), "cancel", "{\"reason\": \"other\", \"occurredAt\": \"2001-04-01T00:00:00Z\"}").then().statusCode(422).extract();
        assertThat(before.<List<String>>path("errors.field")).containsExactly("occurredAt");
        assertThat(before.<List<String>>path("errors.code")).containsExactly("too-early");
        Kith.as("partner").command(one.address(), "cancel", "{\"reason\": \"person-asked\"}").then().statusCode(200);
        watched.moveBy(Map.of("waiting-now", 0, "referrals-received", 1, "referrals-cancelled", 1), UNMOVED);
    }

    /** As the Booking and Referral Standard has it: an update, stripped to what it takes. */
    private static Response message(String referral) {
        return fhir().header("X-Request-Id", UUID.randomUUID().toString()).urlEncodingEnabled(false).body("""
            {"resourceType": "Bundle", "type": "message", "timestamp": "%s", "entry": [
              {"fullUrl": "urn:uuid:1", "resource": {"resourceType": "MessageHeader", "id": "m1",
               "eventCoding": {"system": "https://fhir.nhs.uk/CodeSystem/message-events-bars", "code": "servicerequest-request"},
               "source": {"endpoint": "urn:example:sender"},
               "reason": {"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/message-reason-bars", "code": "update"}]},
               "focus": [{"reference": "urn:uuid:2"}]}},
              {"fullUrl": "urn:uuid:2", "resource": {"resourceType": "ServiceRequest", "id": "%s", "status": "revoked", "intent": "order",
               "subject": {"reference": "urn:uuid:3"}}}]}""".formatted(Instant.now(), referral)).post("/fhir/$process-message");
    }

    private static RequestSpecification fhir() {
        var encoders = encoderConfig().encodeContentTypeAs(FHIR, ContentType.TEXT).appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return Kith.as("partner").request().config(RestAssuredConfig.config().encoderConfig(encoders)).contentType(FHIR);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
