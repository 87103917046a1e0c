package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class OutreachTest {
    private static final String FORMS = "/api/first-contact-forms";
    private static final String FORM = """
        {"programme": "clics", "area": "CP4", "setting": "street", "uses": ["library", "library"], "gaps": ["transport", "advice"],
         "gender": "female", "occurredAt": "%s"}""";
    private static final String WHEN = "2026-03-29T23:30:00Z"; // the 30th in London, whose clocks went forward that night

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void a_form_of_nobody_named_is_recorded_with_an_event_for_each_gap_and_read_back() {
        var address = created(as("worker").body(FORM.formatted(WHEN)).post(FORMS));
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'outreach-" + id(address) + "' ORDER BY version"))
                .containsExactly("first-contact-form.completed", "gap.noticed", "gap.noticed");
        as("analyst").get(address).then().statusCode(200)
                .header("ETag", "\"3\"")
                .body("kind", equalTo("first-contact-form"))
                .body("content.uses", contains("library"))
                .body("content.gaps", contains("transport", "advice"))
                .body("content.gender", equalTo("female"))
                .body("content.ageBand", equalTo("not-asked"))
                .body("person", nullValue());
        assertThat(listed(FORMS, "area", "CP4", "day", "2026-03-30")).contains(id(address));
        assertThat(listed(FORMS, "area", "CP4", "day", "2026-03-29")).doesNotContain(id(address));
        assertThat(listed("/api/enquiries", "area", "CP4", "day", "2026-03-30")).doesNotContain(id(address));
    }

    @Test
    void who_gives_their_name_is_sealed_and_every_reading_is_audited() {
        var someone = Sample.person();
        var first = created(as("worker").body(named(someone)).post(FORMS));
        as("worker").get(first).then().statusCode(200)
                .body("person.familyName", equalTo(someone.familyName()))
                .body("content.ageBand", equalTo("65-over"));
        assertThat(rows.texts("SELECT action FROM vault_audit WHERE about = 'first-contact-form/" + id(first) + "'")).containsExactly("read");
        as("analyst").get(first).then().statusCode(200).body("person", nullValue());
        assertThat(rows.texts("SELECT data::text FROM event WHERE stream_id = 'outreach-" + id(first) + "'"))
                .noneMatch(data -> data.contains(someone.familyName()) || data.contains(someone.nhsNumber()));

        var second = created(as("worker").body(named(someone)).post(FORMS));
        assertThat(person(second)).as("the same NHS number").isEqualTo(person(first));
    }

    @Test
    void who_is_known_from_a_form_alone_can_be_erased() {
        var address = created(as("worker").body(named(Sample.person())).post(FORMS));
        as("steward").delete("/api/people/" + person(address)).then().statusCode(204);
        as("worker").get(address).then().statusCode(200).body("person", nullValue()).body("content.setting", equalTo("street"));
    }

    @Test
    void an_enquiry_and_a_guide_are_recorded_and_read_back() {
        var enquiry = created(as("worker").body("""
            {"programme": "clics", "area": "CP4", "channel": "drop-in", "nature": "initial", "topic": "carers", "people": 4}""").post("/api/enquiries"));
        as("worker").get(enquiry).then().statusCode(200).body("content.people", equalTo(4)).body("content.channel", equalTo("drop-in"));
        var guide = created(as("worker").body("""
            {"programme": "clics", "area": "CP4", "kind": "guide", "format": "leaflet", "topic": "carers"}""").post("/api/guides"));
        as("worker").get(guide).then().statusCode(200).body("content.format", equalTo("leaflet"));
        as("worker").get(guide.replace("guides", "enquiries")).then().statusCode(404);
    }

    @Test
    void an_entry_made_in_error_says_so_and_voids_all_its_events() {
        var address = created(as("worker").body(FORM.formatted(WHEN)).post(FORMS));
        var ids = rows.texts("SELECT id::text FROM event WHERE stream_id = 'outreach-" + id(address) + "'");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++)
            as("coordinator").header("Idempotency-Key", key).body("{\"reason\": \"duplicate\"}").post(address + "/entered-in-error").then().statusCode(200);
        as("worker").get(address).then().body("enteredInError", equalTo("duplicate"));
        assertThat(rows.texts("SELECT data->>'voids' FROM event WHERE stream_id = 'outreach-" + id(address) + "' AND version = 4").getFirst())
                .contains(ids);
        as("coordinator").body("{\"reason\": \"duplicate\"}").post(address + "/entered-in-error").then().statusCode(409).body("code", equalTo("already-in-error"));
    }

    @Test
    void a_retried_form_is_answered_as_before() {
        var key = UUID.randomUUID().toString();
        var first = created(as("worker").header("Idempotency-Key", key).body(FORM.formatted(WHEN)).post(FORMS));
        assertThat(created(as("worker").header("Idempotency-Key", key).body(FORM.formatted(WHEN)).post(FORMS))).isEqualTo(first);
    }

    @Test
    void what_is_wrong_is_named_field_by_field() {
        as("worker").body("""
            {"programme": "clics", "area": "CP9", "setting": "moon", "uses": ["x"], "gaps": [null], "gender": "x", "occurredAt": "2999-01-01T00:00:00Z",
             "person": {"nhsNumber": "9990000001", "familyName": "Testcase", "email": "x", "birthDate": "2999-01-01"}}""").post(FORMS)
                .then().statusCode(422)
                .body("errors.field", containsInAnyOrder(
                        "area", "setting", "uses[0]", "gaps[0]", "gender", "occurredAt", "person.givenName", "person.nhsNumber", "person.email",
                        "person.birthDate", "person.consent"));
        as("worker").body("{}").post("/api/enquiries").then().statusCode(422)
                .body("errors.field", containsInAnyOrder("programme", "area", "channel", "nature", "topic", "people"));
        as("worker").queryParam("day", "yesterday").queryParam("programme", "nonsense").get(FORMS)
                .then().statusCode(422).body("errors.field", containsInAnyOrder("day", "programme"));
    }

    @Test
    void partners_have_no_part_in_it() {
        as("partner").body(FORM.formatted(WHEN)).post(FORMS).then().statusCode(403);
        as("partner").get(FORMS).then().statusCode(403);
        as("analyst").body(FORM.formatted(WHEN)).post(FORMS).then().statusCode(403);
    }

    private static String named(Sample.Person person) {
        return """
            {"programme": "clics", "area": "CP4", "setting": "street",
             "person": {"givenName": "Testgiven", "familyName": "%s", "nhsNumber": "%s", "birthDate": "1947-05-12", "consent": "verbal"}}"""
                .formatted(person.familyName(), person.nhsNumber());
    }

    private String person(String address) {
        return rows.texts("SELECT person::text FROM outreach_person WHERE entry = '" + id(address) + "'").getFirst();
    }

    private static List<String> listed(String path, String... parameters) {
        var request = as("coordinator").queryParam("programme", "clics").queryParam("limit", 200);
        for (int i = 0; i < parameters.length; i += 2) request.queryParam(parameters[i], parameters[i + 1]);
        return request.get(path).then().statusCode(200).extract().path("items.id");
    }

    private static String created(Response answer) {
        return answer.then().statusCode(201).extract().header("Location");
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
