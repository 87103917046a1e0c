package org.kith.local.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.kith.local.process.StartFailed;

/** Gets an access token for a client by its secret (OAuth 2 client credentials). */
public final class ClientToken {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ClientToken() {}

    /**
     * @param issuer URL of the realm
     * @throws StartFailed if there is no answer, or no token in it
     */
    public static String request(HttpClient http, String issuer, String client, String secret) {
        var form = "grant_type=client_credentials&client_id=" + encode(client) + "&client_secret=" + encode(secret);
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token")).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var token = JSON.readTree(answer.body()).path("access_token");
            if (answer.statusCode() != 200 || !token.isTextual())
                throw new StartFailed("no token for the client " + client + " (" + answer.statusCode() + "): " + answer.body());
            return token.asText();
        } catch (IOException e) {
            throw StartFailed.unanswered("Keycloak did not answer at " + issuer, "keycloak", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while waiting for a token");
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
