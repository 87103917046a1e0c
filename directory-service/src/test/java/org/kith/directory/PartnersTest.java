package org.kith.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kith.directory.Asking.as;
import static org.kith.directory.Asking.get;
import static org.kith.directory.Asking.post;
import static org.kith.directory.Asking.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.RealKith;

@QuarkusTest
@QuarkusTestResource(RealKith.class)
class PartnersTest {
    private static final String PARTNERS = "/api/partners";
    @ConfigProperty(name = "kith.partners.client-secret") String onboardingSecret;

    private final String code = "example-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_programme_and_a_practice() {
        ReferenceFiles.codeLists().forEach(r -> put("administrator", r.path(), r.json()));
        ReferenceFiles.programme("clics").forEach(r -> put("administrator", r.path(), r.json()));
        put("administrator", "/api/practices/" + code, "{\"name\": \"Example Surgery\", \"codeOrigin\": \"kith-local\", \"kind\": \"practice\"}");
    }

    @Test
    void a_system_gets_tokens_that_say_what_it_may_and_no_others_once_it_is_suspended_or_its_secret_rotated() {
        var key = UUID.randomUUID().toString();
        var made = post("administrator", PARTNERS, system(), key).then().statusCode(201).header("Cache-Control", "no-store").extract().jsonPath();
        var claims = claims(token(made.getString("secret"), made).then().statusCode(200).extract().path("access_token"));
        assertThat(claims.getList("roles")).containsExactly("referrer");
        assertThat(claims.getString("organisation")).isEqualTo(code);
        assertThat(claims.getList("programmes")).containsExactly("clics");
        assertThat(claims.getString("aud")).isEqualTo("kith");
        assertThat(claims.getString("azp")).isEqualTo("system-" + code);

        assertThat(post("administrator", PARTNERS, system(), key).then().statusCode(201).extract().jsonPath().getString("secret"))
                .as("the answer to the same request again").isEqualTo(made.getString("secret"));

        var address = PARTNERS + "/" + made.getString("id");
        post("administrator", address + "/suspend", "{\"reason\": \"secret-leaked\"}").then().statusCode(200);
        token(made.getString("secret"), made).then().statusCode(401);
        var rotated = post("administrator", address + "/rotate", "{}").then().statusCode(200).body("generation", equalTo(2)).extract().jsonPath();
        post("administrator", address + "/resume", "{}").then().statusCode(200);
        token(made.getString("secret"), made).then().statusCode(401);
        token(rotated.getString("secret"), made).then().statusCode(200);
    }

    @Test
    void what_a_crash_kept_from_the_identity_provider_is_made_good_by_the_same_request() {
        var key = UUID.randomUUID().toString();
        var made = post("administrator", PARTNERS, system(), key).then().statusCode(201).extract().jsonPath();
        atIdentityProvider("onboarding", onboardingSecret, made).delete(clients(made) + "/" + client(made)).then().statusCode(204);
        token(made.getString("secret"), made).then().statusCode(401);

        var again = post("administrator", PARTNERS, system(), key).then().statusCode(201).extract().jsonPath();
        assertThat(again.getString("id")).isEqualTo(made.getString("id"));
        token(again.getString("secret"), made).then().statusCode(200);
    }

    private String client(JsonPath made) {
        return atIdentityProvider("onboarding", onboardingSecret, made).queryParam("clientId", made.getString("clientId")).get(clients(made))
                .then().statusCode(200).extract().jsonPath().getString("[0].id");
    }

    private static String clients(JsonPath made) {
        return made.getString("tokens").replace("/realms/", "/admin/realms/").replace("/protocol/openid-connect/token", "/clients");
    }

    private static RequestSpecification atIdentityProvider(String client, String secret, JsonPath made) {
        String token = given().formParam("grant_type", "client_credentials").formParam("client_id", client).formParam("client_secret", secret)
                .post(made.getString("tokens")).then().statusCode(200).extract().path("access_token");
        return given().auth().oauth2(token);
    }

    @Test
    void a_practices_secrets_are_told_to_the_gateway_the_old_one_until_its_end() {
        var made = post("administrator", PARTNERS, practice()).then().statusCode(201).extract().jsonPath();
        assertThat(made.getString("secret")).startsWith("whsec_");
        assertThat(made.getString("webhook")).isEqualTo("/webhooks/practices/" + code);
        assertThat(secrets()).containsExactly(entry(made.getString("secret"), null));
        var address = PARTNERS + "/" + made.getString("id");

        var rotated = post("administrator", address + "/rotate", "{\"overlapSeconds\": 60}").then().statusCode(200).extract().jsonPath();
        assertThat(secrets()).hasSize(2).first().isEqualTo(entry(rotated.getString("secret"), null));
        assertThat(secrets().getLast().get("secret")).isEqualTo(made.getString("secret"));
        assertThat(Instant.parse(String.valueOf(secrets().getLast().get("until")))).isBetween(Instant.now(), Instant.now().plusSeconds(61));

        post("administrator", address + "/suspend", "{\"reason\": \"other\"}").then().statusCode(200);
        assertThat(secrets()).isEmpty();
    }

    @Test
    void whoever_waits_for_a_change_is_told_of_it_at_once() {
        var state = doors("").getLong("state");
        var began = System.nanoTime();
        Thread.startVirtualThread(() -> post("administrator", PARTNERS, practice()).then().statusCode(201));
        assertThat(doors("?after=" + state).getLong("state")).isGreaterThan(state);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void what_was_done_is_kept_with_who_did_it_and_without_a_secret() {
        var made = post("administrator", PARTNERS, practice()).then().statusCode(201).extract().jsonPath();
        var address = PARTNERS + "/" + made.getString("id");
        post("administrator", address + "/suspend", "{\"reason\": \"other\"}").then().statusCode(200);
        var history = get("steward", address + "/history").then().statusCode(200).extract();
        assertThat(history.jsonPath().getList("done.type")).containsExactly("partner.onboarded", "partner.suspended");
        assertThat(history.jsonPath().getList("done.actor")).doesNotContainNull();
        assertThat(history.asString() + get("administrator", address).asString()).doesNotContain(made.getString("secret"));
        get("administrator", address).then().statusCode(200).body("code", equalTo(code)).body("suspended", equalTo("other")).body("secret", nullValue());
    }

    @Test
    void a_partner_is_onboarded_once_and_needs_a_key_to_be() {
        as("administrator").body(system()).post(PARTNERS).then().statusCode(400).body("code", equalTo("idempotency-key-required"));
        post("administrator", PARTNERS, system()).then().statusCode(201);
        post("administrator", PARTNERS, system()).then().statusCode(409).body("code", equalTo("already-onboarded"));
    }

    @Test
    void every_field_at_fault_is_named() {
        post("administrator", PARTNERS, """
            {"kind": "practice", "organisation": "x", "practice": "NOWHERE", "access": [{"programme": "clics", "areas": ["CP9"]}, {"programme": "moon"}]}""")
                .then().statusCode(422)
                .body("errors.field", containsInAnyOrder("name", "organisation", "practice", "access[0].areas[0]", "access[1].programme"));
        post("administrator", PARTNERS, "{}").then().statusCode(422).body("errors.field", containsInAnyOrder("kind", "name", "access"));
    }

    @Test
    void only_administrators_let_anybody_in_and_only_the_gateway_learns_secrets() {
        post("coordinator", PARTNERS, system()).then().statusCode(403);
        get("programme-manager", PARTNERS).then().statusCode(403);
        get("administrator", "/internal/partner-doors").then().statusCode(403);
        post("administrator", PARTNERS + "/" + UUID.randomUUID() + "/suspend", "{\"reason\": \"other\"}").then().statusCode(404);
    }

    private String system() {
        return """
            {"kind": "system", "name": "Example Care", "organisation": "%s", "access": [{"programme": "clics", "areas": ["CP4"]}]}""".formatted(code);
    }

    private String practice() {
        return """
            {"kind": "practice", "name": "Example Surgery", "practice": "%s", "access": [{"programme": "clics"}]}""".formatted(code);
    }

    private List<Map<String, Object>> secrets() {
        return doors("").getList("practices.'" + code + "'");
    }

    private static Map<String, Object> entry(String secret, String until) {
        var entry = new HashMap<String, Object>();
        entry.put("secret", secret);
        if (until != null) entry.put("until", until);
        return entry;
    }

    private static JsonPath doors(String query) {
        return get("gateway", "/internal/partner-doors" + query).then().statusCode(200).extract().jsonPath();
    }

    private static Response token(String secret, JsonPath made) {
        return given().formParam("grant_type", "client_credentials").formParam("client_id", made.getString("clientId")).formParam("client_secret", secret)
                .post(made.getString("tokens"));
    }

    private static JsonPath claims(String token) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
