package org.kith.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateTest.Slow.class)
@QuarkusTestResource(BehindTheGateway.class)
class RateTest {
    public static final class Slow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kith.gateway.rate.per-second", "1", "kith.gateway.rate.burst", "3", "kith.gateway.rate.open-burst", "3");
        }
    }

    @Test
    void an_account_that_asks_too_often_waits_and_others_do_not() {
        BehindTheGateway.service("referral").answersOk();
        String partner = BehindTheGateway.token("partner");
        Response last = given().auth().oauth2(partner).get("/api/referrals");
        for (int i = 0; i < 20 && last.statusCode() == 200; i++) last = given().auth().oauth2(partner).get("/api/referrals");
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(given().auth().oauth2(BehindTheGateway.token("other-partner")).get("/api/referrals").statusCode()).isEqualTo(200);
    }

    @Test
    void who_needs_no_account_waits_too_and_takes_nothing_from_those_who_have_one() {
        BehindTheGateway.service("referral").answersOk();
        Response last = given().get("/take-up/abc");
        for (int i = 0; i < 20 && last.statusCode() == 200; i++) last = given().get("/take-up/abc");
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(given().auth().oauth2(BehindTheGateway.token("coordinator")).get("/api/referrals").statusCode()).isEqualTo(200);
    }
}
