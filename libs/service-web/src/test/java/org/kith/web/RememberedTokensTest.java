package org.kith.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

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
        assertThat(eventually(token, status -> status == 401)).isTrue();
    }

    @Test
    void a_remembered_token_becomes_too_old() {
        String token = TestIssuer.sign(
                TestIssuer.claims("referrer").issuedAt(Instant.now().minusSeconds(297)).expiresIn(Duration.ofHours(1)), "first");
        assertThat(status(token)).isEqualTo(200);
        assertThat(eventually(token, status -> status == 401)).isTrue();
    }

    @Test
    void a_new_key_counts_at_once_and_a_withdrawn_one_no_longer_after_a_reading() {
        TestIssuer.PUBLISHED.put("second", TestIssuer.keyPair());
        String remembered = TestIssuer.sign(TestIssuer.claims("referrer"), "second");
        String unused = TestIssuer.sign(TestIssuer.claims("referrer").subject("unused"), "second");
        assertThat(eventually(remembered, status -> status == 200)).isTrue();
        TestIssuer.PUBLISHED.remove("second");
        assertThat(eventually(remembered, status -> status == 401)).isTrue();
        assertThat(status(unused)).as("a token that was not seen before").isEqualTo(401);
    }

    private static boolean eventually(String token, IntPredicate wanted) {
        long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < until) {
            if (wanted.test(status(token))) return true;
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return false;
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/api/samples/caller").statusCode();
    }

    private static String subject(String token) {
        return given().auth().oauth2(token).get("/api/samples/caller").jsonPath().getString("subject");
    }
}
