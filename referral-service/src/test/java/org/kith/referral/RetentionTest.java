package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.reference.ReferenceCopy;
import org.kith.testsupport.RealKith;
import org.kith.testsupport.Tokens;

/** How long people are kept, and why longer. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class RetentionTest {
    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    private String address = "";
    private String person = "";

    @BeforeEach
    void somebody_was_referred() {
        Directory.tell(copy);
        address = as("partner").body(Sample.referral(Sample.person())).post("/api/referrals").then().statusCode(201).extract().header("Location");
        person = as("coordinator").get(address).then().statusCode(200).extract().path("person");
    }

    @Test
    void who_is_held_for_a_reason_is_not_erased_until_it_is_lifted() {
        as("steward").put(hold("litigation")).then().statusCode(204);
        as("steward").put(hold("safeguarding")).then().statusCode(204);
        as("steward").put(hold("litigation")).then().statusCode(204);
        as("steward").get("/api/people/" + person + "/legal-holds").then().statusCode(200).body("reasons", contains("litigation", "safeguarding"));
        as("steward").delete("/api/people/" + person).then().statusCode(409).body("code", equalTo("legal-hold"))
                .body("detail", equalTo("A legal hold forbids it (litigation, safeguarding): it has to be lifted first."));
        as("partner").get(address).then().statusCode(200).body("details.person.givenName", equalTo("Wilhelmina"));

        as("steward").delete(hold("litigation")).then().statusCode(204);
        as("steward").delete("/api/people/" + person).then().statusCode(409);
        as("steward").delete(hold("safeguarding")).then().statusCode(204);
        as("steward").delete("/api/people/" + person).then().statusCode(204);
        as("steward").put(hold("litigation")).then().statusCode(409).body("code", equalTo("person-erased"));
        assertThat(rows.texts("SELECT type FROM event WHERE stream_id = 'person-" + person + "' ORDER BY version")).containsExactly(
                "legal-hold.placed", "legal-hold.placed", "legal-hold.lifted", "legal-hold.lifted", "person.erased");
        assertThat(rows.texts("SELECT data FROM outbox")).noneMatch(told -> told.contains("litigation"));
    }

    @Test
    void a_hold_has_a_coded_reason_and_is_a_stewards_to_place() {
        as("steward").put(hold("mischief")).then().statusCode(422).body("errors.field", contains("reason"));
        as("coordinator").put(hold("litigation")).then().statusCode(403);
        as("steward").get("/api/people/" + person + "/legal-holds").then().statusCode(200).body("reasons", empty());
    }

    @Test
    void who_ended_long_enough_ago_is_due_and_who_is_still_supported_is_not() {
        assertThat(due(30)).isNull();
        decline();
        assertThat(due(7)).isNull();
        assertThat(due(9)).containsEntry("erasable", true).containsEntry("keptFor", List.of());
    }

    @Test
    void a_hold_or_a_young_safeguarding_concern_keeps_somebody_whose_time_is_up_and_it_is_said_why() {
        as("worker").body("{\"referral\": \"%s\", \"kind\": \"neglect\"}".formatted(address.substring(address.lastIndexOf('/') + 1)))
                .post("/api/safeguarding-concerns").then().statusCode(201);
        decline();
        as("steward").put(hold("litigation")).then().statusCode(204);
        assertThat(due(9)).containsEntry("erasable", false).containsEntry("keptFor", List.of("litigation", "safeguarding"));
        as("steward").delete(hold("litigation")).then().statusCode(204);
        assertThat(due(26)).containsEntry("erasable", true);
    }

    @Test
    void who_was_erased_is_due_no_more_and_others_may_not_ask() {
        decline();
        as("steward").delete("/api/people/" + person).then().statusCode(204);
        assertThat(due(9)).isNull();
        as("coordinator").get("/api/people/due-for-erasure").then().statusCode(403);
    }

    private void decline() {
        as("coordinator").header("If-Match", "\"2\"").body("{\"reason\": \"no-capacity\"}").post(address + "/decline").then().statusCode(200);
    }

    /** What is said of the person on this day in so many years; null where they are not due. */
    private Map<String, Object> due(int years) {
        String after = null;
        while (true) {
            var request = as("steward").queryParam("on", LocalDate.now().plusYears(years).toString()).queryParam("limit", "200");
            if (after != null) request.queryParam("after", after);
            var page = request.get("/api/people/due-for-erasure").then().statusCode(200).extract().jsonPath();
            Map<String, Object> found = page.getMap("items.find { it.person == '" + person + "' }");
            after = page.getString("next");
            if (found != null || after == null) return found;
        }
    }

    private String hold(String reason) {
        return "/api/people/" + person + "/legal-holds/" + reason;
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client)).contentType(ContentType.JSON);
    }
}
