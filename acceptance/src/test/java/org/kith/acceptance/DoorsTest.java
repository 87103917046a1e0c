package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A referral through either door is durable, counted once, and refused with a reason when something is wrong with it. */
class DoorsTest {
    private static final String WRONG_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    @Tag("D10")
    void a_partners_referral_over_rest_moves_the_programmes_number_by_one() {
        var before = referrals();
        var posted = Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone()));
        posted.then().statusCode(201);
        assertThat(posted.header("Location")).startsWith(Platform.started().gateway() + "/api/referrals/");
        assertThat(posted.header("ETag")).isNotBlank();
        Eventually.is(this::referrals, before.add(BigDecimal.ONE));
    }

    @Test
    @Tag("D10")
    void a_practices_signed_webhook_moves_the_programmes_number_by_one() {
        var before = referrals();
        var delivery = practice().sign(referral());
        var answer = practice().deliver(delivery);
        answer.then().statusCode(202);
        Kith.as("worker").get(answer.header("Location")).then().statusCode(200);
        Eventually.is(this::referrals, before.add(BigDecimal.ONE));
    }

    @Test
    void a_replayed_delivery_is_answered_as_before_and_counted_once() {
        var before = referrals();
        var delivery = practice().sign(referral());
        var first = practice().deliver(delivery);
        first.then().statusCode(202);
        var second = practice().deliver(delivery);
        second.then().statusCode(202);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        another_referral_is_counted_after(before);
    }

    @Test
    void a_retried_post_with_its_key_is_answered_as_before_and_counted_once() {
        var before = referrals();
        var key = UUID.randomUUID().toString();
        var body = Referrals.toNorfolk(People.someone());
        var first = Kith.as("partner").post("/api/referrals", body, key);
        var second = Kith.as("partner").post("/api/referrals", body, key);
        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        another_referral_is_counted_after(before);
    }

    @Test
    void a_key_used_again_for_another_body_is_refused() {
        var key = UUID.randomUUID().toString();
        Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone()), key).then().statusCode(201);
        Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone()), key).then().statusCode(422);
    }

    @Test
    void a_wrong_signature_is_refused() {
        var delivery = practice().sign(referral());
        var wrong = Practice.signature(WRONG_SECRET, delivery.id(), delivery.at(), delivery.body());
        refused(practice().deliver(delivery.withSignature(wrong)));
    }

    @Test
    void a_body_changed_after_signing_is_refused() {
        refused(practice().deliver(practice().sign(referral()).withBody(referral())));
    }

    @Test
    void a_delivery_signed_six_minutes_ago_or_ahead_is_refused() {
        for (var age : new Duration[] {Duration.ofMinutes(-6), Duration.ofMinutes(6)})
            refused(practice().deliver(practice().sign(referral(), "msg_" + UUID.randomUUID(), Instant.now().plus(age))));
    }

    @Test
    void another_practices_secret_does_not_open_this_practices_address() {
        var other = Platform.started().practice("KITH-NLW-01");
        refused(practice().deliver(other.sign(referral())));
    }

    @Test
    void every_field_at_fault_is_named_and_nothing_is_stored() {
        var before = referrals();
        var answer = Kith.as("partner").post("/api/referrals", """
            {"programme": "norfolk-living-well", "source": "the-moon", "practice": "KITH-NLW-99",
             "person": {"nhsNumber": "9990000001", "givenName": "Testgiven", "familyName": "Testfamily", "postcode": "NOWHERE"},
             "reasons": ["nonsense"], "consent": {"given": false}, "occurredAt": "2999-01-01T00:00:00Z"}""");
        answer.then().statusCode(422).contentType("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.field", String.class))
                .contains("source", "practice", "person.nhsNumber", "person.postcode", "reasons[0]", "consent.given", "occurredAt");
        another_referral_is_counted_after(before, 1);
    }

    @Test
    void a_body_that_cannot_be_parsed_is_a_bad_request() {
        Kith.as("partner").post("/api/referrals", "{\"programme\": ").then().statusCode(400).contentType("application/problem+json");
    }

    /** What must not have been counted cannot be waited for: a later referral overtakes nothing on its way to the report. */
    private void another_referral_is_counted_after(BigDecimal before) {
        another_referral_is_counted_after(before, 2);
    }

    private void another_referral_is_counted_after(BigDecimal before, int expected) {
        Kith.as("partner").post("/api/referrals", Referrals.toNorfolk(People.someone())).then().statusCode(201);
        Eventually.is(this::referrals, before.add(BigDecimal.valueOf(expected)));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(401).contentType("application/problem+json");
    }

    private BigDecimal referrals() {
        return Kith.as("programme-manager").indicator("norfolk-living-well", "referrals-received", "");
    }

    private static Practice practice() {
        return Platform.started().practice(Referrals.NORFOLK_PRACTICE);
    }

    private static String referral() {
        return Referrals.asWebhook(Referrals.toNorfolk(People.someone()));
    }
}
