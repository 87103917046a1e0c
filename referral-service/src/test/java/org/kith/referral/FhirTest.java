package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kith.referral.FhirDoor.FHIR;
import static org.kith.referral.FhirDoor.HAPI;
import static org.kith.referral.FhirDoor.as;
import static org.kith.referral.FhirDoor.message;
import static org.kith.referral.FhirDoor.outcome;
import static org.kith.referral.FhirDoor.path;
import static org.kith.referral.FhirDoor.refer;
import static org.kith.referral.FhirDoor.serviceRequest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;

/** What the FHIR door takes in, and gives out again. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class FhirTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void a_service_request_is_a_referral_and_reads_back_as_one() {
        var person = Sample.person();
        var address = refer("partner", serviceRequest(person)).then().statusCode(201).header("ETag", "\"2\"").extract().header("Location");
        assertThat(address).contains("/fhir/ServiceRequest/");

        var answer = as("partner").get(path(address)).then().statusCode(200).contentType(FHIR).header("ETag", "\"2\"").extract().asString();
        var request = HAPI.parseResource(ServiceRequest.class, answer);
        assertThat(request.getStatus()).isEqualTo(ServiceRequestStatus.ACTIVE);
        assertThat(request.getMeta().getVersionId()).isEqualTo("2");
        assertThat(request.getNoteFirstRep().getText()).isEqualTo("Lives alone.");
        assertThat(request.getSubject().getResource()).isInstanceOfSatisfying(Patient.class, patient -> {
            assertThat(patient.getIdentifierFirstRep().getValue()).isEqualTo(person.nhsNumber());
            assertThat(patient.getNameFirstRep().getFamily()).isEqualTo(person.familyName());
            assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1947-05-12");
        });
    }

    @Test
    void who_is_under_18_comes_with_who_consented_as_a_category_of_the_consent() {
        var child = serviceRequest(Sample.person()).replace("1947-05-12", "2014-05-12");
        refer("partner", child).then().statusCode(422);
        var how = "{\"system\": \"urn:kith:code-list:consent-how\", \"code\": \"verbal\"}";
        assertThat(child).contains(how);
        var address = refer("partner", child.replace(how, how + ", {\"system\": \"urn:kith:code-list:consent-by\", \"code\": \"parent\"}")).then().statusCode(201).extract()
                .header("Location");
        var id = address.substring(address.indexOf("ServiceRequest/") + 15).split("/")[0];
        as("worker").get("/api/referrals/" + id).then().statusCode(200).body("details.consent.by", equalTo("parent"));
    }

    @Test
    void the_same_referral_over_rest_leads_to_the_same_events_but_for_the_door() {
        var overFhir = refer("partner", serviceRequest(Sample.person())).header("Location");
        var inAMessage = message("partner", message(Sample.person())).header("Location");
        var overRest = as("partner").contentType(ContentType.JSON)
                .body(Sample.referral(Sample.person()).replace("\"note\"", "\"occurredAt\": \"2026-03-02T10:15:30Z\", \"note\"").replace("\"postcode\"",
                        "\"gender\": \"female\", \"postcode\""))
                .post("/api/referrals").header("Location");
        assertThat(facts(overFhir)).isEqualTo(facts(overRest).stream().map(fact -> fact.replace("\"rest\"", "\"fhir\"")).toList()).isEqualTo(facts(inAMessage)).hasSize(2);
    }

    @Test
    void what_was_read_back_can_be_sent_again_by_another_door_keeper() {
        var address = refer("partner", serviceRequest(Sample.person())).header("Location");
        var read = as("coordinator").get(path(address)).asString();
        var request = HAPI.parseResource(ServiceRequest.class, read);
        request.addReasonCode().addCoding().setSystem("urn:kith:code-list:reasons").setCode("debt");
        request.addExtension("urn:kith:fhir:safeguarding", new BooleanType(true));
        refer("coordinator", HAPI.encodeResourceToString(request)).then().statusCode(201);
    }

    @Test
    void the_same_request_id_is_answered_as_before() {
        var body = serviceRequest(Sample.person());
        var id = UUID.randomUUID().toString();
        var first = as("partner").header("X-Request-Id", id).body(body).post("/fhir/ServiceRequest");
        var second = as("partner").header("X-Request-Id", id).body(body).post("/fhir/ServiceRequest");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        outcome(as("partner").header("X-Request-Id", id).body(serviceRequest(Sample.person())).post("/fhir/ServiceRequest"), 422);
    }

    @Test
    void the_same_person_under_the_same_identifier_is_already_referred() {
        var body = serviceRequest(Sample.person()).replace("\"status\": \"active\", \"intent\"", "\"identifier\": [{\"value\": \"our-17\"}], \"status\": \"active\", \"intent\"");
        var address = refer("partner", body).then().statusCode(201).extract().header("Location");
        var again = refer("partner", body);
        outcome(again, 409);
        assertThat(again.header("Location")).isEqualTo(address);
    }

    @Test
    void the_capability_statement_says_what_there_is() {
        var answer = as("partner").get("/fhir/metadata").then().statusCode(200).contentType(FHIR).body("fhirVersion", equalTo("4.0.1")).extract().asString();
        var rest = HAPI.parseResource(CapabilityStatement.class, answer).getRestFirstRep();
        assertThat(rest.getResourceFirstRep().getType()).isEqualTo("ServiceRequest");
        given().get("/fhir/metadata").then().statusCode(401);
    }

    private List<String> facts(String address) {
        var id = address.substring(address.lastIndexOf('/') + 1);
        return rows.texts("SELECT type || ' ' || data::text FROM event WHERE stream_id = 'referral-" + id + "' ORDER BY version").stream()
                .map(text -> text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")).toList();
    }
}
