package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.fhir.FhirSample;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** What the FHIR door takes in and gives out, read by HAPI's own strict parser. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class FhirTest {
    private static final String FHIR = "application/fhir+json";
    private static final String PROCESS_MESSAGE = "/fhir/$process-message";
    private static final IParser HAPI = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

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
        request.addExtension("urn:kith:fhir:safeguarding", new org.hl7.fhir.r4.model.BooleanType(true));
        refer("coordinator", HAPI.encodeResourceToString(request)).then().statusCode(201);
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

    @Test
    void every_element_at_fault_is_named_and_nothing_is_stored() {
        long before = rows.count("event");
        var wrong = serviceRequest(Sample.person())
                .replaceAll("\"value\": \"[0-9]{10}\"", "\"value\": \"3478526985\"")
                .replace("1947-05-12", "2999-01-01").replace("\"code\": \"debt\"", "\"code\": \"boredom\"").replace("norfolk-living-well", "nowhere")
                .replace("\"intent\": \"order\"", "\"intent\": \"option\"").replace("\"code\": \"verbal\"", "\"code\": \"telepathy\"");
        var outcome = outcome(refer("partner", wrong), 422);
        assertThat(outcome.getIssue()).flatExtracting(issue -> issue.getExpression().stream().map(e -> e.getValue()).toList()).containsExactlyInAnyOrder(
                "ServiceRequest.intent", "ServiceRequest.performer", "ServiceRequest.reasonCode[0]", "ServiceRequest.contained[0].identifier[0].value",
                "ServiceRequest.contained[0].birthDate", "ServiceRequest.contained[1].category");
        assertThat(rows.count("event")).isEqualTo(before);
    }

    @Test
    void what_changes_the_meaning_and_is_not_understood_is_refused() {
        var sample = serviceRequest(Sample.person());
        var modified = "\"modifierExtension\": [{\"url\": \"urn:example:not\", \"valueBoolean\": true}], ";
        assertThat(expressions(sample.replace("\"intent\"", modified + "\"intent\""))).containsExactly("ServiceRequest.modifierExtension");
        assertThat(expressions(sample.replace("\"intent\"", "\"doNotPerform\": true, \"intent\""))).containsExactly("ServiceRequest.doNotPerform");
        assertThat(expressions(sample.replace("\"gender\"", "\"deceasedBoolean\": true, \"gender\""))).containsExactly("ServiceRequest.contained[0].deceased");
        assertThat(expressions(sample.replace("871731000000106", "77477000"))).containsExactly("ServiceRequest.code");
        assertThat(expressions(sample.replace("\"reference\": \"#patient\"}, \"supportingInfo\"", "\"reference\": \"Patient/1\"}, \"supportingInfo\"")))
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

    @Test
    void the_capability_statement_says_what_there_is() {
        var answer = as("partner").get("/fhir/metadata").then().statusCode(200).contentType(FHIR).body("fhirVersion", equalTo("4.0.1")).extract().asString();
        var rest = HAPI.parseResource(CapabilityStatement.class, answer).getRestFirstRep();
        assertThat(rest.getResourceFirstRep().getType()).isEqualTo("ServiceRequest");
        given().get("/fhir/metadata").then().statusCode(401);
    }

    private List<String> expressions(String body) {
        return outcome(refer("partner", body), 422).getIssue().stream().flatMap(issue -> issue.getExpression().stream().map(e -> e.getValue())).toList();
    }

    private List<String> faults(String message) {
        return outcome(message("partner", message), 422).getIssue().stream().flatMap(issue -> issue.getExpression().stream().map(e -> e.getValue())).toList();
    }

    private List<String> facts(String address) {
        var id = address.substring(address.lastIndexOf('/') + 1);
        return rows.texts("SELECT type || ' ' || data::text FROM event WHERE stream_id = 'referral-" + id + "' ORDER BY version").stream()
                .map(text -> text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")).toList();
    }

    private static OperationOutcome outcome(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith(FHIR);
        return HAPI.parseResource(OperationOutcome.class, answer.asString());
    }

    private static String path(String address) {
        return address.substring(address.indexOf("/fhir/"));
    }

    private static String serviceRequest(Sample.Person person) {
        return FhirSample.serviceRequest(person.nhsNumber(), person.familyName());
    }

    private static String message(Sample.Person person) {
        return FhirSample.message(person.nhsNumber(), person.familyName());
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

    private static Response message(String client, String body) {
        return as(client).body(body).post(PROCESS_MESSAGE);
    }

    private static Response refer(String client, String body) {
        return as(client).body(body).post("/fhir/ServiceRequest");
    }

    private static RequestSpecification as(String client) {
        var plain = RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig()
                .encodeContentTypeAs(FHIR, ContentType.TEXT).appendDefaultContentCharsetToContentTypeIfUndefined(false).defaultContentCharset("UTF-8"));
        return given().config(plain).urlEncodingEnabled(false).auth().oauth2(Tokens.of(client)).contentType(FHIR);
    }
}
