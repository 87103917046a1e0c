package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** A person sees what is held about them. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ExportTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private String address = "";
    private String person = "";

    @BeforeEach
    void somebody_is_known() {
        Directory.tell(copy);
        address = as("partner").body(Sample.referral(Sample.person()).replace("Lives alone.", "Lives <b>alone</b> & well.")).post("/api/referrals")
                .then().statusCode(201).extract().header("Location");
        person = as("coordinator").get(address).then().statusCode(200).extract().path("person");
        as("coordinator").header("If-Match", "\"2\"").body("{}").post(address + "/accept").then().statusCode(200);
        as("coordinator").body("{\"kind\": \"group\", \"destination\": \"choir\", \"note\": \"Sings alto.\"}").post(address + "/signposts").then().statusCode(200);
        as("worker").header("If-Match", "\"0\"").body("{\"language\": \"pl\"}").put("/api/people/" + person + "/communication").then().statusCode(204);
        as("worker").body("{\"referral\": \"%s\", \"kind\": \"neglect\", \"note\": \"A concern of the tests.\"}".formatted(address.substring(address.lastIndexOf('/') + 1)))
                .post("/api/safeguarding-concerns").then().statusCode(201);
    }

    @Test
    void it_holds_what_the_referrals_said_what_was_done_what_was_agreed_and_who_looked() {
        as("steward").accept(ContentType.JSON).get("/api/people/" + person + "/export").then().statusCode(200).header("Cache-Control", "no-store")
                .body("referrals[0].said.identity.givenName", equalTo("Wilhelmina"))
                .body("referrals[0].said.note", equalTo("Lives <b>alone</b> & well."))
                .body("referrals[0].events[0].said.reasons", hasItem("debt"))
                .body("referrals[0].events.find { it.event == 'person.signposted' }.note", equalTo("Sings alto."))
                .body("profile[0].said.language", equalTo("pl"))
                .body("consents[0].how", equalTo("verbal"))
                .body("disclosures.about", hasItem("person/" + person + "/export"));
    }

    @Test
    void a_page_of_it_says_the_same_in_words_and_is_nothing_but_words() {
        var page = as("steward").accept(ContentType.HTML).get("/api/people/" + person + "/export").then().statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8")).extract().asString();
        assertThat(page).contains("Wilhelmina", "12 May 1947", "Sings alto.", "Birth date", "Lives &lt;b&gt;alone&lt;/b&gt; &amp; well.").doesNotContain("<b>alone", "<script");
    }

    @Test
    void safeguarding_is_withheld_unless_it_was_decided_otherwise() {
        var export = "/api/people/" + person + "/export";
        as("steward").get(export).then().statusCode(200).body("safeguardingConcerns", empty());
        as("steward").queryParam("safeguarding", "include").get(export).then().statusCode(200).body("safeguardingConcerns[0].note", equalTo("A concern of the tests."));
        as("steward").queryParam("safeguarding", "yes").get(export).then().statusCode(422);
    }

    @Test
    void it_is_for_stewards_is_audited_and_ends_with_the_person() {
        var export = "/api/people/" + person + "/export";
        as("coordinator").get(export).then().statusCode(403);
        as("steward").get(export).then().statusCode(200);
        assertThat(rows.texts("SELECT action FROM vault_audit WHERE about = 'person/" + person + "/export'")).containsExactly("read");
        as("steward").delete("/api/people/" + person).then().statusCode(204);
        as("steward").get(export).then().statusCode(404);
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
