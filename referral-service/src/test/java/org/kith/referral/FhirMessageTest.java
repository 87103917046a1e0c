package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kith.referral.FhirDoor.FHIR;
import static org.kith.referral.FhirDoor.HAPI;
import static org.kith.referral.FhirDoor.PROCESS_MESSAGE;
import static org.kith.referral.FhirDoor.as;
import static org.kith.referral.FhirDoor.elements;
import static org.kith.referral.FhirDoor.message;
import static org.kith.referral.FhirDoor.outcome;
import static org.kith.referral.FhirDoor.path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Messages of the Booking and Referral Standard. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class FhirMessageTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void a_message_is_answered_by_a_message_and_the_same_one_again_by_the_same() {
        var body = message(Sample.person());
        var id = UUID.randomUUID().toString();
        var first = as("partner").header("X-Request-Id", id).body(body).post(PROCESS_MESSAGE);
        var second = as("partner").header("X-Request-Id", id).body(body).post(PROCESS_MESSAGE);
        first.then().statusCode(200).contentType(FHIR);
        assertThat(second.asString()).isEqualTo(first.asString());

        var header = (MessageHeader) HAPI.parseResource(Bundle.class, first.asString()).getEntryFirstRep().getResource();
        assertThat(header.getEventCoding().getCode()).isEqualTo("servicerequest-response");
        assertThat(header.getResponse().getIdentifier()).isEqualTo("0198f3a2-7c1e-7b1a-9d55-0a4be2f6c401");
        assertThat(first.header("Location")).endsWith(header.getFocusFirstRep().getReference());
        as("partner").get(path(first.header("Location"))).then().statusCode(200);
    }

    @Test
    void a_request_that_does_not_say_when_it_was_made_was_made_when_its_message_was_sent() {
        var sent = "2026-03-02T10:15:31Z";
        var referral = referral(message("partner", undated()).then().statusCode(200).extract().header("Location"));
        rest("coordinator").get(referral).then().body("occurredAt", equalTo(sent));
        rest("coordinator").header("If-Match", "\"2\"").body("{\"occurredAt\": \"2026-03-02T10:14:30Z\"}").post(referral + "/accept").then().statusCode(422)
                .body("errors.field", equalTo(List.of("occurredAt"))).body("errors.code", equalTo(List.of("too-early"))).body("errors[0].message", containsString(sent));
        assertThat(faults(undated().replace(sent, "2999-01-01T00:00:00Z"))).containsExactly("Bundle.timestamp");
        assertThat(faults(undated().replace(sent, "1999-01-01T00:00:00Z"))).containsExactly("Bundle.timestamp");
    }

    @Test
    void where_the_message_does_not_say_when_it_was_sent_either_it_was_made_when_it_came() {
        var neither = undated().replace("\"timestamp\": \"2026-03-02T10:15:31Z\", ", "");
        var referral = referral(message("partner", neither).then().statusCode(200).extract().header("Location"));
        assertThat(Instant.parse(rest("coordinator").get(referral).path("occurredAt"))).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void a_message_of_another_kind_is_refused_and_nothing_is_stored() {
        long before = rows.count("event");
        var sample = message(Sample.person());
        assertThat(faults(sample.replace("\"type\": \"message\"", "\"type\": \"collection\""))).containsExactly("Bundle.type");
        assertThat(faults(sample.replace("servicerequest-request", "booking-request"))).containsExactly("Bundle.entry[0].resource.event");
        assertThat(faults(sample.replace("\"code\": \"new\"", "\"code\": \"update\""))).containsExactly("Bundle.entry[0].resource.reason");
        assertThat(faults(sample.replace("6c402\"}]", "6c403\"}]"))).containsExactly("Bundle.entry[0].resource.focus");
        assertThat(faults(sample.replace("\"code\": \"referral\"", "\"code\": \"validation\""))).containsExactly("Bundle.entry[1].resource.category");
        assertThat(faults(sample.replace("\"status\": \"active\", \"intent\"", "\"status\": \"revoked\", \"intent\""))).containsExactly("Bundle.entry[0].resource.reason");
        assertThat(faults(sample.replace("1947-05-12", "2999-01-01"))).containsExactly("Bundle.entry[2].resource.birthDate");
        assertThat(faults("{\"resourceType\": \"Bundle\", \"type\": \"message\"}")).containsExactly("Bundle.entry[0].resource");
        assertThat(rows.count("event")).isEqualTo(before);
    }

    private static List<String> faults(String message) {
        return elements(outcome(message("partner", message), 422));
    }

    /** A message whose request has no authoredOn. */
    private static String undated() {
        var dated = message(Sample.person());
        assertThat(dated).contains("authoredOn", "\"timestamp\": \"2026-03-02T10:15:31Z\", ");
        return dated.replaceAll("\"authoredOn\": \"[^\"]*\",\\s*", "");
    }

    /** Where it is read over REST. */
    private static String referral(String address) {
        return "/api/referrals/" + address.substring(address.lastIndexOf('/') + 1);
    }

    private static RequestSpecification rest(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
