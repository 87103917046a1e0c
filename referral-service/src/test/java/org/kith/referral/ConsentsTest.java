package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Consent as a history, and what it lets pass. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ConsentsTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private String address = "";
    private String person = "";

    @BeforeEach
    void somebody_was_referred() {
        Directory.tell(copy);
        address = refer();
        person = as("coordinator").get(address).then().statusCode(200).extract().path("person");
    }

    @Test
    void what_came_with_the_referral_is_the_first_of_the_history() {
        as("worker").get(consents()).then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].how", equalTo("verbal")).body("items[0].given", equalTo(true)).body("standing.given", contains(true));
    }

    @Test
    void who_referred_is_shown_nothing_more_once_the_person_wants_it_so_until_they_want_it_again() {
        as("partner").get(address).then().statusCode(200).body("details.person.givenName", equalTo("Wilhelmina"));
        say("\"given\": false, \"purpose\": \"tell-referrer\", \"note\": \"Canary of a consent\"").then().statusCode(200);
        as("partner").get(address).then().statusCode(403).body("code", equalTo("consent-withdrawn"));
        as("partner").get("/fhir/ServiceRequest/" + id()).then().statusCode(403);
        as("worker").get(address).then().statusCode(200).body("details.person.givenName", equalTo("Wilhelmina"));
        say("\"given\": true, \"purpose\": \"tell-referrer\"").then().statusCode(200);
        as("partner").get(address).then().statusCode(200);
        as("steward").get(consents()).then().statusCode(200).body("items.given", contains(true, false, true)).body("items[1].note", equalTo("Canary of a consent"));
        assertThat(rows.texts("SELECT data::text FROM event")).noneMatch(text -> text.contains("Canary of a consent"));
    }

    @Test
    void nobody_is_referred_onward_to_whom_they_do_not_want_to_be_told_of() {
        as("coordinator").header("If-Match", "\"2\"").body("{}").post(address + "/accept").then().statusCode(200);
        say("\"given\": false, \"purpose\": \"share-with\", \"recipient\": \"bureau\"").then().statusCode(200);
        onward("bureau").then().statusCode(409).body("code", equalTo("consent-withdrawn"));
        onward("kitchen").then().statusCode(200);
        as("steward").get("/api/people/" + person + "/disclosures").then().statusCode(200)
                .body("items.find { it.kind == 'referred-onward' }.organisation", equalTo("kitchen")).body("items.kind", hasItem("read"));
    }

    @Test
    void what_held_is_told_as_of_any_moment() {
        var before = Instant.now();
        say("\"given\": false").then().statusCode(200);
        as("worker").get(consents()).then().statusCode(200).body("standing.given", contains(false));
        as("worker").queryParam("asOf", before.toString()).get(consents()).then().statusCode(200).body("standing.given", contains(true)).body("items", hasSize(1));
        say("\"given\": false, \"purpose\": \"share-with\"").then().statusCode(409).body("code", equalTo("already-withdrawn"));
    }

    @Test
    void the_world_is_told_and_each_reading_is_in_the_audit() {
        say("\"given\": false, \"purpose\": \"tell-referrer\"").then().statusCode(200);
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'referral-" + id() + "' ORDER BY version"))
                .containsExactly("referral.received", "consent.given", "consent.withdrawn");
        as("steward").get(consents()).then().statusCode(200);
        assertThat(rows.texts("SELECT action FROM vault_audit WHERE about = 'person/" + person + "/consents'")).containsExactly("read");
    }

    @Test
    void what_is_wrong_is_named_and_another_persons_referral_is_not_theirs() {
        as("worker").body("{\"referral\": \"x\", \"purpose\": \"y\", \"how\": \"z\"}").post(consents()).then().statusCode(422)
                .body("errors.field", containsInAnyOrder("referral", "purpose", "how", "given"));
        say("\"given\": false, \"recipient\": \"bureau\"").then().statusCode(422).body("errors.field", contains("purpose"));
        address = refer();
        say("\"given\": false").then().statusCode(422).body("errors.field", contains("referral"));
        as("partner").get(consents()).then().statusCode(403);
        as("worker").get("/api/people/" + person + "/disclosures").then().statusCode(403);
    }

    private Response onward(String to) {
        return as("coordinator").body("{\"kind\": \"advice\", \"destination\": \"" + to + "\"}").post(address + "/onward-referrals");
    }

    private Response say(String what) {
        return as("worker").body("{\"referral\": \"%s\", \"how\": \"verbal\", %s}".formatted(id(), what)).post(consents());
    }

    private String consents() {
        return "/api/people/" + person + "/consents";
    }

    private String id() {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String refer() {
        return as("partner").body(Sample.referral(Sample.person())).post("/api/referrals").then().statusCode(201).extract().header("Location");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
