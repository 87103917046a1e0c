package org.kith.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kith.web.problem.Problem;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(TestStore.class)
class RememberedTokensTest {

    @Test
    void a_remembered_token_is_the_same_caller() {
        String one = TestIssuer.sign(TestIssuer.claims("referrer").subject("one"), "first");
        String other = TestIssuer.sign(TestIssuer.claims("worker").subject("other"), "first");
        for (int i = 0; i < 3; i++) {
            assertThat(subject(one)).isEqualTo("one");
            assertThat(subject(other)).isEqualTo("other");
        }
    }

    @Test
    void a_remembered_token_with_another_signature_is_another_token() {
        String token = TestIssuer.token("referrer");
        assertThat(status(token)).isEqualTo(200);
        String forged = token.substring(0, token.length() - 6) + (token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        assertThat(status(forged)).isEqualTo(401);
    }

    @Test
    void a_remembered_token_expires() {
        String token = TestIssuer.sign(TestIssuer.claims("referrer").expiresAt(Instant.now().plusSeconds(3)), "first");
        assertThat(status(token)).isEqualTo(200);
        becomes(401, token);
    }

    @Test
    void a_remembered_token_becomes_too_old() {
        String token = TestIssuer.sign(
                TestIssuer.claims("referrer").issuedAt(Instant.now().minusSeconds(297)).expiresIn(Duration.ofHours(1)), "first");
        assertThat(status(token)).isEqualTo(200);
        becomes(401, token);
    }

    @Test
    void a_new_key_counts_at_once_and_a_withdrawn_one_no_longer_after_a_reading() {
        TestIssuer.PUBLISHED.put("second", TestIssuer.keyPair());
        String remembered = TestIssuer.sign(TestIssuer.claims("referrer"), "second");
        String unused = TestIssuer.sign(TestIssuer.claims("referrer").subject("unused"), "second");
        becomes(200, remembered);
        TestIssuer.PUBLISHED.remove("second");
        becomes(401, remembered);
        assertThat(status(unused)).as("a token that was not seen before").isEqualTo(401);
    }

    @Test
    void while_the_issuer_is_away_what_cannot_be_checked_is_put_off_and_not_refused() {
        String known = TestIssuer.token("referrer");
        assertThat(status(known)).isEqualTo(200);
        KeyPair next = TestIssuer.keyPair();
        String unknown = TestIssuer.claims("referrer").jws().keyId("next").sign(next.getPrivate());
        TestIssuer.away = true;
        try {
            becomes(503, unknown);
            Response putOff = ask(unknown);
            assertThat(putOff.contentType()).startsWith(Problem.MEDIA_TYPE);
            assertThat(putOff.jsonPath().getString("code")).isEqualTo("unavailable");
            assertThat(Integer.parseInt(putOff.header("Retry-After"))).isPositive();
            assertThat(status(known)).as("what was published before still counts").isEqualTo(200);
        } finally {
            TestIssuer.away = false;
        }
        becomes(401, unknown);
    }

    private static void becomes(int status, String token) {
        await().atMost(Duration.ofSeconds(15)).until(() -> status(token) == status);
    }

    private static int status(String token) {
        return ask(token).statusCode();
    }

    private static String subject(String token) {
        return ask(token).jsonPath().getString("subject");
    }

    private static Response ask(String token) {
        return given().auth().oauth2(token).get("/api/samples/caller");
    }
}
