package org.kith.acceptance;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens from the platform's own Keycloak, by client credentials, renewed before they end. */
final class Tokens {
    record Token(String value, Instant renewAt) {}

    private static final Map<String, Token> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    static String of(Platform platform, String client) {
        return KEPT.compute(client, (name, kept) -> kept != null && Instant.now().isBefore(kept.renewAt()) ? kept : fetch(platform, name))
                .value();
    }

    /** One that nobody else uses. */
    static String fresh(Platform platform, String client) {
        return fetch(platform, client).value();
    }

    private static Token fetch(Platform platform, String name) {
        var client = platform.client(name);
        return token(platform.issuer(), client.path("id").asText(), client.path("secret").asText());
    }

    /** @throws IllegalStateException when Keycloak gives none, as while its database is down: worth asking again */
    static Token token(String issuer, String id, String secret) {
        var answer = given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", id)
                .formParam("client_secret", secret)
                .post(issuer + "/protocol/openid-connect/token");
        if (answer.statusCode() != 200) throw new IllegalStateException("no token for " + id + ": " + answer.statusCode() + " " + answer.asString());
        var half = Duration.ofSeconds(answer.jsonPath().getLong("expires_in") / 2);
        return new Token(answer.jsonPath().getString("access_token"), Instant.now().plus(half));
    }
}
