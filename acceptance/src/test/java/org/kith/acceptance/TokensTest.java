package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A token must be of Kith's own realm, whole and current; any other opens nothing, and nothing that came with it is stored. */
class TokensTest {
    private static final Duration SHORT = Duration.ofSeconds(5);

    @Test
    void without_a_token_nothing_opens() {
        refused("");
        refused("nonsense");
    }

    @Test
    void a_token_of_our_own_realm_opens_until_it_expires_and_not_after() {
        var token = new Keycloak().tokenThatLives(SHORT, "other-partner");
        assertThat(get(token).statusCode()).as("while it lives").isEqualTo(200);
        await().atMost(SHORT.multipliedBy(6)).until(() -> get(token).statusCode() == 401);
        refused(token);
    }

    @Test
    void a_token_of_another_realm_of_the_same_identity_provider_is_refused() throws Exception {
        var token = new Keycloak().tokenOfAnotherRealm("partner");
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getExpirationTime()).isInTheFuture();
        assertThat(claims.getAudience()).containsExactly("kith");
        assertThat(claims.getStringListClaim("roles")).containsExactly("referrer");
        assertThat(claims.getIssuer()).isNotEqualTo(Platform.started().issuer());
        refused(token);
    }

    @Test
    void an_unsigned_token_is_refused() throws Exception {
        refused(new PlainJWT(claims()).serialize());
    }

    @Test
    void a_token_signed_with_the_wrong_key_is_refused_whatever_key_it_names() throws Exception {
        refused(signedByAStranger(SignedJWT.parse(partners()).getHeader().getKeyID()));
        refused(signedByAStranger("of-a-stranger"));
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() throws Exception {
        var parts = partners().split("\\.");
        var changed = new PlainJWT(claims()).serialize().split("\\.");
        refused(parts[0] + "." + changed[1] + "." + parts[2]);
    }

    @Test
    void while_the_identity_provider_stands_still_a_token_that_nobody_can_check_is_put_off_and_others_count() throws Exception {
        var known = partners();
        assertThat(get(known).statusCode()).isEqualTo(200);
        var unknown = signedByAStranger("not-seen-before");
        try (var _ = Paused.now(Platform.started().process("keycloak"))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> get(unknown).statusCode() == 503);
            var putOff = get(unknown);
            putOff.then().statusCode(503).contentType("application/problem+json");
            assertThat(Integer.parseInt(putOff.header("Retry-After"))).isPositive();
            assertThat(get(known).statusCode()).isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> get(unknown).statusCode() == 401);
    }

    private static void refused(String token) {
        var before = Platform.started().stored("referral", "referral.received");
        problem(get(token));
        problem(with(token).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Referrals.toNorfolk(People.someone())).post("/api/referrals"));
        assertThat(Platform.started().stored("referral", "referral.received")).as("nothing is stored").isEqualTo(before);
    }

    private static void problem(Response answer) {
        answer.then().statusCode(401).contentType("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unauthenticated");
        assertThat(answer.jsonPath().getString("correlationId")).isEqualTo(answer.header("X-Correlation-Id"));
    }

    private static Response get(String token) {
        return with(token).get("/api/programmes");
    }

    private static RequestSpecification with(String token) {
        var request = given().baseUri(Platform.started().gateway());
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String partners() {
        return Tokens.of(Platform.started(), "partner");
    }

    /** What a real token says, good for another ten minutes. */
    private static JWTClaimsSet claims() throws ParseException {
        var real = SignedJWT.parse(partners()).getJWTClaimsSet();
        return new JWTClaimsSet.Builder(real).expirationTime(Date.from(Instant.now().plusSeconds(600))).build();
    }

    private static String signedByAStranger(String keyId) throws Exception {
        var key = new RSAKeyGenerator(2048).keyID(keyId).generate();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
