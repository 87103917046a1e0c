package org.kith.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.local.keycloak.ClientToken;
import org.kith.local.process.StartFailed;

class TestRealmTest {

    @ParameterizedTest
    @CsvSource({
            "partner, referrer, partner-one, 5", "other-partner, referrer, partner-two, 1", "worker, worker, kith-host, 5", "coordinator, coordinator, kith-host, 5",
            "funder, funder, kith-host, 5", "programme-manager, programme-manager, kith-host, 5", "analyst, analyst, kith-host, 5", "steward, steward, kith-host, 5",
            "administrator, administrator, kith-host, 5",
    })
    void a_token_says_who_calls_and_what_they_may_see(String client, String role, String organisation, int programmes) throws Exception {
        var claims = claims(RealParts.realm().token(client));
        assertThat(claims.path("iss").asText()).isEqualTo(RealParts.realm().issuer());
        assertThat(claims.path("aud").asText()).isEqualTo("kith");
        assertThat(claims.path("roles")).extracting(JsonNode::asText).containsExactly(role);
        assertThat(claims.path("organisation").asText()).isEqualTo(organisation);
        assertThat(claims.path("programmes")).hasSize(programmes);
        assertThat(claims.path("azp").asText()).isEqualTo(client);
        assertThat(claims.path("client_id").asText()).isEqualTo(client);
        assertThat(claims.path("sub").asText()).isNotBlank();
        // Keycloak reads its clock once for each of the two, so a second may pass between them
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(300L, 301L);
        assertThat(claims.has("email") || claims.has("name") || claims.has("clientAddress")).isFalse();
    }

    @Test
    void the_gateways_account_has_no_organisation() throws Exception {
        var claims = claims(RealParts.realm().token("gateway"));
        assertThat(claims.path("roles")).extracting(JsonNode::asText).containsExactly("gateway");
        assertThat(claims.has("organisation")).isFalse();
        assertThat(claims.has("programmes")).isFalse();
    }

    @Test
    void a_wrong_secret_gets_no_token() {
        try (var http = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> ClientToken.request(http, RealParts.realm().issuer(), "partner", "wrong")).isInstanceOf(StartFailed.class).hasMessageContaining("401");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type=password&username=worker&password=%s", "grant_type=password&username=worker&password=%s&scope=openid"})
    void a_system_cannot_sign_in_with_a_persons_password(String form) throws Exception {
        var realm = RealParts.realm();
        var credentials = "&client_id=partner&client_secret=" + realm.secret("partner");
        var request = HttpRequest.newBuilder(URI.create(realm.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.formatted(realm.realm().users().get("worker").password()) + credentials)).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("unauthorized_client");
        }
    }

    @Test
    void the_realm_in_the_repository_holds_no_secret() throws Exception {
        var template = new ObjectMapper().readTree(org.kith.local.Installation.here().realmTemplate().toFile());
        assertThat(template.path("clients")).isNotEmpty().allSatisfy(client -> assertThat(client.path("secret").asText()).startsWith("${secret:"));
        assertThat(template.findValues("credentials")).isNotEmpty().allSatisfy(credentials -> assertThat(credentials.path(0).path("value").asText()).startsWith("${secret:"));
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
