package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** Who lives with whom. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class HouseholdsTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private String one = "";
    private String other = "";

    @BeforeEach
    void two_people_were_referred() {
        Directory.tell(copy);
        one = referred();
        other = referred();
    }

    @Test
    void people_who_live_together_are_one_household_whoever_is_said_to_live_with_whom() {
        as("worker").get(at(one)).then().statusCode(200).body("household", nullValue()).body("members", empty());
        join(one, other).then().statusCode(204);
        var third = referred();
        join(third, one).then().statusCode(204);
        join(one, third).then().statusCode(204);
        as("worker").get(at(other)).then().statusCode(200).body("members", containsInAnyOrder(one, other, third));
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'person-" + one + "'")).containsExactly("household.joined");
    }

    @Test
    void who_moves_is_of_the_new_household_alone_and_who_leaves_of_none() {
        join(one, other).then().statusCode(204);
        var elsewhere = referred();
        join(one, elsewhere).then().statusCode(204);
        as("coordinator").get(at(one)).then().body("members", containsInAnyOrder(one, elsewhere));
        as("coordinator").get(at(other)).then().body("members", contains(other));
        as("worker").delete(at(one)).then().statusCode(204);
        as("worker").delete(at(one)).then().statusCode(204);
        as("worker").get(at(one)).then().body("household", nullValue());
    }

    @Test
    void who_was_erased_lives_with_nobody_and_holds_stay_beside_the_household() {
        join(one, other).then().statusCode(204);
        as("steward").put("/api/people/" + one + "/legal-holds/litigation").then().statusCode(204);
        as("worker").get(at(one)).then().body("members", containsInAnyOrder(one, other));
        as("steward").delete("/api/people/" + other).then().statusCode(204);
        as("worker").get(at(one)).then().body("members", contains(one));
        join(other, one).then().statusCode(409).body("code", equalTo("person-erased"));
        as("steward").delete("/api/people/" + one).then().statusCode(409);
    }

    @Test
    void nobody_lives_with_themselves_or_with_somebody_unknown() {
        join(one, one).then().statusCode(422).body("errors.field", contains("with"));
        join(one, UUID.randomUUID().toString()).then().statusCode(422).body("errors.field", contains("with"));
        as("partner").get(at(one)).then().statusCode(403);
    }

    private static Response join(String person, String with) {
        return as("worker").body("{\"with\": \"" + with + "\"}").put(at(person));
    }

    private static String at(String person) {
        return "/api/people/" + person + "/household";
    }

    private static String referred() {
        var address = as("partner").body(Sample.referral(Sample.person())).post("/api/referrals").then().statusCode(201).extract().header("Location");
        return as("coordinator").get(address).then().statusCode(200).extract().path("person");
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
