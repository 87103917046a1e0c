package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** One person under two references: suspected, said, and never put together by itself. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class CandidatesTest {
    private static final String WITHOUT = "\"nhsNumber\": \"[0-9]+\", ";

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @BeforeEach
    void the_directory_is_known() {
        Directory.tell(copy);
    }

    @Test
    void who_has_no_number_is_suspected_to_be_who_has_their_name_birth_date_and_postcode() {
        var sample = Sample.referral(Sample.person());
        var known = refer(sample);
        var unknown = refer(sample.replaceAll(WITHOUT, "").replace("Wilhelmina", "WILHELMÍNA"));
        assertThat(unknown).isNotEqualTo(known);
        candidates("coordinator", unknown).statusCode(200).body("items.person", contains(known)).body("items[0].confidence", equalTo("high"))
                .body("items[0].agreesOn", contains("name-and-birth-date", "postcode"));
        candidates("steward", known).statusCode(200).body("items.person", contains(unknown));
    }

    @Test
    void without_the_postcode_it_counts_for_less_and_against_two_numbers_for_little() {
        var sample = Sample.referral(Sample.person());
        var known = refer(sample);
        var moved = refer(sample.replaceAll(WITHOUT, "").replace("PE36 5DN", "NR1 1AA"));
        var numbered = refer(sample.replaceAll("\"nhsNumber\": \"[0-9]+\"", "\"chiNumber\": \"" + Sample.chiNumber() + "\""));
        candidates("coordinator", known).statusCode(200).body("items.person", contains(moved, numbered)).body("items.confidence", contains("medium", "low"));
    }

    @Test
    void a_number_that_agrees_makes_one_person_whatever_the_name() {
        var sample = Sample.referral(Sample.person());
        var chi = sample.replaceAll("\"nhsNumber\": \"[0-9]+\"", "\"chiNumber\": \"" + Sample.chiNumber() + "\"");
        assertThat(refer(sample.replace("Wilhelmina", "Mina"))).isEqualTo(refer(sample));
        assertThat(refer(chi.replace("Wilhelmina", "Mina"))).isEqualTo(refer(chi));
    }

    @Test
    void nothing_of_a_likeness_is_left_of_who_was_erased() {
        var sample = Sample.referral(Sample.person());
        var known = refer(sample);
        var unknown = refer(sample.replaceAll(WITHOUT, ""));
        as("steward").delete("/api/people/" + unknown).then().statusCode(204);
        candidates("coordinator", known).statusCode(200).body("items", empty());
        candidates("coordinator", unknown).statusCode(200).body("items", empty());
        assertThat(rows.texts("SELECT 1 FROM referral_file WHERE person = '" + unknown + "' AND (likeness IS NOT NULL OR likeness_and_postcode IS NOT NULL)")).isEmpty();
    }

    @Test
    void who_asks_is_in_the_audit_and_others_may_not() {
        var person = refer(Sample.referral(Sample.person()));
        candidates("coordinator", person).statusCode(200);
        assertThat(rows.texts("SELECT action FROM vault_audit WHERE about = 'person/" + person + "/candidates'")).containsExactly("read");
        candidates("worker", person).statusCode(403);
        candidates("partner", person).statusCode(403);
        candidates("coordinator", UUID.randomUUID().toString()).statusCode(404);
    }

    private static ValidatableResponse candidates(String client, String person) {
        return as(client).get("/api/people/" + person + "/candidates").then();
    }

    /** @return the person */
    private static String refer(String body) {
        var address = as("partner").body(body).post("/api/referrals").then().statusCode(201).extract().header("Location");
        return as("coordinator").get(address).then().statusCode(200).extract().path("person");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
