package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.response.Response;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** Who may do what: a token must be ours, whole and current, and opens only what its organisation owns. */
class AccessTest {

    @Test
    void without_a_token_nothing_opens() {
        with("").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void an_unsigned_token_is_refused() throws Exception {
        refused(new PlainJWT(claims(Instant.now().plusSeconds(60))).serialize());
    }

    @Test
    void a_token_signed_with_another_key_is_refused() throws Exception {
        refused(signedWithAStrangersKey(claims(Instant.now().plusSeconds(60))));
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() throws Exception {
        var parts = Tokens.of(Platform.started(), "partner").split("\\.");
        var changed = new PlainJWT(claims(Instant.now().plusSeconds(600))).serialize().split("\\.");
        refused(parts[0] + "." + changed[1] + "." + parts[2]);
    }

    @Test
    void an_expired_token_is_refused() throws Exception {
        refused(signedWithAStrangersKey(claims(Instant.now().minusSeconds(600))));
    }

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

    private static void refused(String token) {
        with(token).then().statusCode(401).contentType("application/problem+json");
    }

    private static Response with(String token) {
        var request = given().baseUri(Platform.started().gateway());
        if (!token.isEmpty()) request.auth().oauth2(token);
        return request.get("/api/programmes");
    }

    private static JWTClaimsSet claims(Instant expires) throws ParseException {
        var real = SignedJWT.parse(Tokens.of(Platform.started(), "partner")).getJWTClaimsSet();
        return new JWTClaimsSet.Builder(real).expirationTime(Date.from(expires)).build();
    }

    private static String signedWithAStrangersKey(JWTClaimsSet claims) throws JOSEException, ParseException {
        var keyId = SignedJWT.parse(Tokens.of(Platform.started(), "partner")).getHeader().getKeyID();
        var key = new RSAKeyGenerator(2048).keyID(keyId).generate();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
