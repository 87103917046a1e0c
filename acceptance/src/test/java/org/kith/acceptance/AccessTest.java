package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who may do what: an account opens only what its role allows and its organisation owns. */
class AccessTest {

    @Test
    void a_partner_sees_its_own_referral_and_not_anothers() {
        var posted = Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone()));
        posted.then().statusCode(201);
        Kith.as("partner").get(posted.header("Location")).then().statusCode(200);
        var answer = Kith.as("other-partner").get(posted.header("Location"));
        answer.then().statusCode(404).contentType("application/problem+json");
        assertThat(answer.asString()).doesNotContain("partner-one", "Testgiven");
    }

    @Test
    void a_partner_refers_only_to_programmes_it_is_allowed() {
        var answer = Kith.as("other-partner").post("/api/referrals", Referrals.to("clics", "CP4", People.someone()));
        assertThat(answer.statusCode()).isIn(403, 422);
        assertThat(answer.asString()).contains("programme");
    }

    @Test
    void an_analyst_cannot_post_and_a_partner_cannot_administer() {
        Kith.as("analyst").post("/api/referrals", Referrals.toNorfolk(People.someone())).then().statusCode(403);
        Kith.as("partner").put("/api/programmes/clics", "{}").then().statusCode(403);
    }

    @Test
    void internal_doors_are_not_reachable_from_outside() {
        given().baseUri(Platform.started().gateway())
                .auth().oauth2(Tokens.of(Platform.started(), "administrator"))
                .header("X-Kith-Practice", Referrals.NORFOLK_PRACTICE)
                .contentType("application/json")
                .body(Referrals.asWebhook(Referrals.toNorfolk(People.someone())))
                .post("/internal/webhook-referrals")
                .then().statusCode(404);
    }
}
