package org.kith.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonObject;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BehindTheGateway.class)
class AccessTest {
    private final Listener referral = BehindTheGateway.service("referral");

    @BeforeEach
    void listen() {
        referral.answersOk();
    }

    @Test
    void a_token_of_our_realm_opens() {
        assertThat(get(BehindTheGateway.token("partner")).statusCode()).isEqualTo(200);
    }

    @Test
    void no_token_opens_nothing_but_what_is_open_to_everybody() {
        refused(given().get("/api/referrals"));
        BehindTheGateway.service("volunteer").answersOk();
        assertThat(given().get("/api/certificates/KITH-1").statusCode()).isEqualTo(200);
        refused(given().get("/api/volunteers"));
    }

    @Test
    void an_address_that_is_its_own_secret_needs_no_token_and_only_as_it_is() {
        assertThat(given().get("/take-up/abc").statusCode()).isEqualTo(200);
        assertThat(given().contentType("application/x-www-form-urlencoded").body("stage=sustained").post("/take-up/abc").statusCode()).isEqualTo(200);
        assertThat(referral.last().uri()).isEqualTo("/take-up/abc");
        listen();
        Response deleted = given().delete("/take-up/abc");
        assertThat(deleted.statusCode()).isEqualTo(405);
        assertThat(deleted.contentType()).startsWith("application/problem+json");
        assertThat(deleted.header("Allow")).isEqualTo("GET, HEAD, POST");
        assertThat(given().auth().oauth2(BehindTheGateway.token("partner")).post("/api/programmes").header("Allow")).isEqualTo("GET, HEAD");
        refused(given().get("/take-up/abc/more"));
    }

    @Test
    void a_wrong_token_is_refused_even_where_none_is_needed() {
        refused(given().auth().oauth2("nonsense").get("/api/certificates/KITH-1"));
    }

    @Test
    void a_token_that_is_none_is_refused() {
        refused(get("nonsense"));
        refused(get("a.b.c"));
        refused(given().header("Authorization", "Basic cGFydG5lcjp4").get("/api/referrals"));
    }

    @Test
    void an_unsigned_token_is_refused() {
        String claims = BehindTheGateway.token("partner").split("\\.")[1];
        refused(get(base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims + "."));
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() {
        String[] parts = BehindTheGateway.token("other-partner").split("\\.");
        JsonObject claims = claims(parts[1]).put("organisation", "partner-one");
        refused(get(parts[0] + "." + base64(claims.encode()) + "." + parts[2]));
    }

    @Test
    void a_token_signed_with_another_key_is_refused_whatever_key_it_names() throws Exception {
        String keyId = new JsonObject(new String(Base64.getUrlDecoder().decode(BehindTheGateway.token("partner").split("\\.")[0]))).getString("kid");
        refused(get(stranger(copy().expiresIn(60)).keyId(keyId).sign(strangersKey())));
        refused(get(stranger(copy().expiresIn(60)).sign(strangersKey())));
    }

    @Test
    void a_token_of_another_realm_is_refused() throws Exception {
        String issuer = claims(BehindTheGateway.token("partner").split("\\.")[1]).getString("iss").replace("/kith", "/master");
        refused(get(copy().issuer(issuer).expiresIn(60).jws().sign(strangersKey())));
    }

    private static io.smallrye.jwt.build.JwtSignatureBuilder stranger(JwtClaimsBuilder claims) {
        return claims.jws();
    }

    private static JwtClaimsBuilder copy() {
        JsonObject claims = claims(BehindTheGateway.token("partner").split("\\.")[1]);
        claims.remove("exp");
        claims.remove("iat");
        return Jwt.claims(claims.getMap()).issuedAt(Instant.now());
    }

    private static PrivateKey strangersKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate();
    }

    private static JsonObject claims(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }

    private void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(referral.heard()).isEmpty();
    }

    private static Response get(String token) {
        return given().auth().oauth2(token).get("/api/referrals");
    }
}
