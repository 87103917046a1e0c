package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.referral.FhirDoor.FHIR;
import static org.kith.referral.FhirDoor.HAPI;
import static org.kith.referral.FhirDoor.as;
import static org.kith.referral.FhirDoor.elements;
import static org.kith.referral.FhirDoor.outcome;
import static org.kith.referral.FhirDoor.path;
import static org.kith.referral.FhirDoor.refer;
import static org.kith.referral.FhirDoor.serviceRequest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;

/** What the FHIR door refuses: which element, whom, and how it says so. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class FhirRefusalTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void every_element_at_fault_is_named_and_nothing_is_stored() {
        long before = rows.count("event");
        var wrong = serviceRequest(Sample.person())
                .replaceAll("\"value\": \"[0-9]{10}\"", "\"value\": \"3478526985\"")
                .replace("1947-05-12", "2999-01-01").replace("\"code\": \"debt\"", "\"code\": \"boredom\"").replace("norfolk-living-well", "nowhere")
                .replace("\"intent\": \"order\"", "\"intent\": \"option\"").replace("\"code\": \"verbal\"", "\"code\": \"telepathy\"");
        assertThat(faults(wrong)).containsExactlyInAnyOrder(
                "ServiceRequest.intent", "ServiceRequest.performer", "ServiceRequest.reasonCode[0]", "ServiceRequest.contained[0].identifier[0].value",
                "ServiceRequest.contained[0].birthDate", "ServiceRequest.contained[1].category");
        assertThat(rows.count("event")).isEqualTo(before);
    }

    @Test
    void what_changes_the_meaning_and_is_not_understood_is_refused() {
        var sample = serviceRequest(Sample.person());
        var modified = "\"modifierExtension\": [{\"url\": \"urn:example:not\", \"valueBoolean\": true}], ";
        assertThat(faults(sample.replace("\"intent\"", modified + "\"intent\""))).containsExactly("ServiceRequest.modifierExtension");
        assertThat(faults(sample.replace("\"intent\"", "\"doNotPerform\": true, \"intent\""))).containsExactly("ServiceRequest.doNotPerform");
        assertThat(faults(sample.replace("\"gender\"", "\"deceasedBoolean\": true, \"gender\""))).containsExactly("ServiceRequest.contained[0].deceased");
        assertThat(faults(sample.replace("871731000000106", "77477000"))).containsExactly("ServiceRequest.code");
        assertThat(faults(sample.replace("\"reference\": \"#patient\"}, \"supportingInfo\"", "\"reference\": \"Patient/1\"}, \"supportingInfo\"")))
                .contains("ServiceRequest.subject");
    }

    @Test
    void what_fhir_does_not_know_is_refused_without_repeating_it() {
        var person = Sample.person();
        var answer = refer("partner", serviceRequest(person).replace("\"birthDate\": \"1947-05-12\"", "\"birthDate\": \"Zebedee\", \"shoeSize\": \"Zebedee\""));
        assertThat(outcome(answer, 422).getIssue()).isNotEmpty();
        assertThat(answer.asString()).contains("shoeSize").doesNotContain("Zebedee").doesNotContain(person.familyName());
    }

    @Test
    void what_is_no_resource_is_a_bad_request() {
        for (var body : List.of("{\"resourceType\": ", "[]", "7", "{}", "{\"resourceType\": \"Patient\"}", "{\"resourceType\": \"Nothing\"}", "{\"a\": 1, \"a\": 1}",
                "{\"a\": 1e999999999}", "{} {}"))
            assertThat(outcome(refer("partner", body), 400).getIssue()).as(body).hasSize(1);
        outcome(refer("partner", "{\"a\":".repeat(40) + "1" + "}".repeat(40)), 400);
        outcome(refer("partner", "{\"text\": \"" + "x".repeat(300_000) + "\"}"), 413);
    }

    @Test
    void nobody_sees_or_does_more_here_than_over_rest() {
        var address = path(refer("partner", serviceRequest(Sample.person())).header("Location"));
        outcome(as("other-partner").get(address), 404);
        outcome(as("partner").get("/fhir/ServiceRequest/" + UUID.randomUUID()), 404);
        outcome(as("partner").get("/fhir/ServiceRequest/nonsense"), 404);
        outcome(refer("analyst", serviceRequest(Sample.person())), 403);
        outcome(given().contentType(FHIR).body("{}").post("/fhir/ServiceRequest"), 401);
        outcome(refer("other-partner", serviceRequest(Sample.person()).replace("norfolk-living-well", "clics")), 422);
        var seen = HAPI.parseResource(ServiceRequest.class, as("programme-manager").get(address).then().statusCode(200).extract().asString());
        assertThat(seen.getContained()).isEmpty();
    }

    @Test
    void other_media_types_methods_and_targets_are_refused_in_fhir() {
        outcome(as("partner").contentType(ContentType.JSON).body("{}").post("/fhir/ServiceRequest"), 415);
        outcome(as("partner").accept("application/fhir+xml").get("/fhir/ServiceRequest/" + UUID.randomUUID()), 406);
        outcome(as("partner").delete("/fhir/ServiceRequest/" + UUID.randomUUID()), 405);
        outcome(as("partner").get("/fhir/Patient"), 404);
        outcome(as("partner").header("NHSD-Target-Identifier", "nonsense!").body(serviceRequest(Sample.person())).post("/fhir/ServiceRequest"), 400);
        var target = Base64.getEncoder().encodeToString("{\"system\": \"urn:example\", \"value\": \"a-service\"}".getBytes());
        as("partner").header("NHSD-Target-Identifier", target).body(serviceRequest(Sample.person())).post("/fhir/ServiceRequest").then().statusCode(201);
    }

    private static List<String> faults(String request) {
        return elements(outcome(refer("partner", request), 422));
    }
}
