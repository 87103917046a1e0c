package org.kith.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(TestStore.class)
class CallersTest {

    @Test
    void is_who_the_token_says() {
        Response answer = get(TestIssuer.token("referrer"), "/api/samples/caller");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("subject")).isEqualTo("account-1");
        assertThat(answer.jsonPath().getString("client")).isEqualTo("partner");
        assertThat(answer.jsonPath().getString("organisation")).isEqualTo("partner-one");
        assertThat(answer.jsonPath().getList("programmes", String.class)).containsExactly("norfolk-living-well");
        assertThat(answer.jsonPath().getList("roles", String.class)).containsExactly("referrer");
    }

    @Test
    void a_referrer_sees_its_own_organisations_rows_only() {
        String token = TestIssuer.token("referrer");
        assertThat(get(token, "/api/samples/of/norfolk-living-well/partner-one").statusCode()).isEqualTo(200);
        assertThat(get(token, "/api/samples/of/norfolk-living-well/partner-two").statusCode()).isEqualTo(404);
        assertThat(get(token, "/api/samples/of/clics/partner-one").statusCode()).isEqualTo(404);
    }

    @Test
    void staff_see_every_organisations_rows_of_their_programmes() {
        String token = TestIssuer.token("worker");
        assertThat(get(token, "/api/samples/of/norfolk-living-well/partner-two").statusCode()).isEqualTo(200);
        assertThat(get(token, "/api/samples/of/clics/partner-two").statusCode()).isEqualTo(404);
    }

    @Test
    void an_expired_token_is_refused() {
        refused(TestIssuer.sign(claims().issuedAt(Instant.now().minusSeconds(400)).expiresAt(Instant.now().minusSeconds(100)), "first"));
    }

    @Test
    void a_token_that_lives_longer_than_five_minutes_is_refused_once_it_is_older_than_that() {
        refused(TestIssuer.sign(claims().issuedAt(Instant.now().minusSeconds(400)).expiresIn(Duration.ofHours(1)), "first"));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        refused(TestIssuer.sign(claims().issuer("http://127.0.0.1:1/realms/other"), "first"));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        refused(TestIssuer.sign(claims().audience("another"), "first"));
    }

    @Test
    void a_token_signed_with_another_key_is_refused_whatever_key_it_names() {
        KeyPair stranger = TestIssuer.keyPair();
        refused(claims().jws().keyId("first").sign(stranger.getPrivate()));
        refused(claims().jws().keyId("unheard-of").sign(stranger.getPrivate()));
    }

    @Test
    void an_unsigned_token_is_refused() {
        String[] parts = TestIssuer.token("referrer").split("\\.");
        String none = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes());
        refused(none + "." + parts[1] + ".");
        refused(none + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() {
        String confused = claims().jws().keyId("first").algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.HS256)
                .sign(new javax.crypto.spec.SecretKeySpec(TestIssuer.PUBLISHED.get("first").getPublic().getEncoded(), "HmacSHA256"));
        refused(confused);
    }

    @Test
    void a_token_without_a_programme_sees_nothing() {
        String token = TestIssuer.sign(claims().claim("programmes", Set.of()), "first");
        assertThat(get(token, "/api/samples/of/norfolk-living-well/partner-one").statusCode()).isEqualTo(404);
    }

    private static JwtClaimsBuilder claims() {
        return TestIssuer.claims("referrer");
    }

    private static void refused(String token) {
        Response answer = get(token, "/api/samples/caller");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unauthenticated");
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }
}
