package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** What those who meet a person must know of them. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ProfileTest {
    private static final String RULES = """
            {"by": ["phone"], "neverBy": ["face-to-face"], "notWhen": "Canary evenings", "messages": false}""";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private String person = "";

    @BeforeEach
    void somebody_was_referred() {
        Directory.tell(copy);
        person = referred();
    }

    @Test
    void what_is_said_of_a_person_holds_whatever_the_referral_and_is_read_by_who_meets_them() {
        as("worker").get(at("contact-rules")).then().statusCode(200).header("ETag", "\"0\"").body("by", empty());
        say("contact-rules", "0", RULES).then().statusCode(204).header("ETag", "\"1\"");
        as("coordinator").get(at("contact-rules")).then().statusCode(200).header("ETag", "\"1\"")
                .body("by", contains("phone")).body("notWhen", equalTo("Canary evenings")).body("messages", equalTo(false));
        say("communication", "0", "{\"language\": \"pl\", \"interpreter\": true, \"needs\": [\"easy-read\"]}").then().statusCode(204);
        as("worker").get(at("communication")).then().statusCode(200).body("language", equalTo("pl")).body("needs", contains("easy-read"));
    }

    @Test
    void a_risk_is_for_those_who_meet_the_person_and_for_nobody_else() {
        say("lone-working-risk", "0", "{\"risks\": [\"dog\"], \"neverAlone\": true, \"precautions\": \"Ring first.\"}").then().statusCode(204);
        as("worker").get(at("lone-working-risk")).then().statusCode(200).body("neverAlone", equalTo(true)).body("precautions", equalTo("Ring first."));
        for (var client : List.of("partner", "other-partner", "funder", "programme-manager", "analyst", "steward", "administrator"))
            as(client).get(at("lone-working-risk")).then().statusCode(403);
        as("worker").get("/api/people/" + UUID.randomUUID() + "/lone-working-risk").then().statusCode(404);
    }

    @Test
    void a_carer_may_be_a_client_of_their_own_and_authority_has_its_days() {
        var carer = referred();
        say("representatives", "0", """
                {"items": [{"authority": "carer", "person": "%s"},
                           {"authority": "lasting-power-health", "name": "Wilfred Testcase", "phone": "01632 960124", "from": "2024-05-01", "until": "2030-05-01"}]}"""
                .formatted(carer)).then().statusCode(204);
        as("worker").get(at("representatives")).then().statusCode(200)
                .body("items[0].person", equalTo(carer)).body("items[1].name", equalTo("Wilfred Testcase")).body("items[1].until", equalTo("2030-05-01"));
    }

    @Test
    void a_change_is_of_what_was_read_and_each_is_kept() {
        say("contact-rules", "0", RULES).then().statusCode(204);
        say("contact-rules", "0", RULES).then().statusCode(412);
        as("worker").body(RULES).put(at("contact-rules")).then().statusCode(428);
        say("contact-rules", "1", "{}").then().statusCode(204).header("ETag", "\"2\"");
        assertThat(rows.texts("SELECT version::text FROM person_fact WHERE person = '" + person + "' ORDER BY version")).containsExactly("1", "2");
    }

    @Test
    void what_is_wrong_is_named() {
        say("contact-rules", "0", "{\"by\": [\"phone\", \"pigeon\"], \"neverBy\": [\"phone\"]}").then().statusCode(422)
                .body("errors.field", containsInAnyOrder("by[1]", "neverBy"));
        say("communication", "0", "{\"interpreter\": true}").then().statusCode(422).body("errors.field", contains("language"));
        say("lone-working-risk", "0", "{\"risks\": [\"none-known\", \"dog\"]}").then().statusCode(422).body("errors.field", containsInAnyOrder("risks", "neverAlone"));
        say("representatives", "0", "{\"items\": [{\"authority\": \"carer\", \"name\": \"A\", \"from\": \"2025-01-02\", \"until\": \"2025-01-01\"}, null]}")
                .then().statusCode(422).body("errors.field", containsInAnyOrder("items[0].until", "items[1].name", "items[1].authority"));
        say("representatives", "0", "{\"items\": [{\"authority\": \"carer\", \"person\": \"%s\"}]}".formatted(UUID.randomUUID()))
                .then().statusCode(422).body("errors.field", contains("items[0].person"));
    }

    @Test
    void each_reading_is_in_the_audit_and_nothing_stands_in_clear() {
        say("contact-rules", "0", RULES).then().statusCode(204);
        as("worker").get(at("contact-rules")).then().statusCode(200);
        assertThat(rows.texts("SELECT about FROM vault_audit WHERE person = '" + person + "' AND about LIKE '%/contact-rules'"))
                .containsExactly("person/" + person + "/contact-rules");
        assertThat(rows.texts("SELECT encode(sealed, 'escape') FROM person_fact")).isNotEmpty().noneMatch(text -> text.contains("Canary"));
        assertThat(rows.texts("SELECT data::text FROM event")).noneMatch(text -> text.contains("Canary evenings"));
    }

    @Test
    void nothing_of_it_is_left_of_who_was_erased() {
        say("contact-rules", "0", RULES).then().statusCode(204);
        as("steward").delete("/api/people/" + person).then().statusCode(204);
        assertThat(rows.texts("SELECT kind FROM person_fact WHERE person = '" + person + "'")).isEmpty();
        as("worker").get(at("contact-rules")).then().statusCode(404);
        say("contact-rules", "0", RULES).then().statusCode(409).body("code", equalTo("person-erased"));
    }

    private String at(String kind) {
        return "/api/people/" + person + "/" + kind;
    }

    private io.restassured.response.Response say(String kind, String version, String body) {
        return as("worker").header("If-Match", "\"" + version + "\"").body(body).put(at(kind));
    }

    private static String referred() {
        var address = as("partner").body(Sample.referral(Sample.person())).post("/api/referrals").then().statusCode(201).extract().header("Location");
        return as("coordinator").get(address).then().statusCode(200).extract().path("person");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
