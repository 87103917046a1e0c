package org.kith.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.local.keycloak.ClientToken;
import org.kith.local.keycloak.Realm;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;

/** Speaks to the platform as its clients do: through the gateway, with tokens of the realm. */
public final class GatewayClient implements AutoCloseable {

    /** A token's use ends well before its five minutes do. */
    private static final Duration TOKEN_USED_FOR = Duration.ofMinutes(3);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Token(String value, Instant until) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final String gateway;
    private final String issuer;
    private final Realm realm;

    public GatewayClient(String gateway, String issuer, Realm realm) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.realm = realm;
    }

    /** An answer: status, headers, and the body if it is JSON, else a missing node. */
    public record Answer(int status, HttpResponse<String> response, JsonNode body) {

        public String location() {
            return header("Location");
        }

        /** The version that the answer speaks of, as a header has it. */
        public String version() {
            return header("ETag");
        }

        private String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String client, String path) {
        return send(request(client, path).GET());
    }

    public Answer put(String client, String path, Object body) {
        return send(request(client, path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(text(body))));
    }

    /**
     * @param key     the caller's Idempotency-Key
     * @param version the ETag that must still hold, or empty
     */
    public Answer post(String client, String path, String key, String version, Object body) {
        var request = request(client, path).header("Content-Type", "application/json").header("Idempotency-Key", key).POST(BodyPublishers.ofString(text(body)));
        return send(version.isEmpty() ? request : request.header("If-Match", version));
    }

    /** A request to the gateway without a token. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(30));
    }

    /** Asks again when the answer is to come back later, for as long as a service needs to start anew. */
    public Answer send(HttpRequest.Builder request) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = once(request.build());
            var later = answer.status() == 503 || answer.status() == 429;
            if (!later || Instant.now().isAfter(deadline)) return answer;
            RunningProcess.pause(Duration.ofSeconds(1));
        }
    }

    /** The account that a client acts as. */
    public String subject(String client) {
        try {
            return json.readTree(Base64.getUrlDecoder().decode(token(client).split("\\.")[1])).path("sub").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(Object body) {
        return json.valueToTree(body).toString();
    }

    private HttpRequest.Builder request(String client, String path) {
        return request(path).header("Authorization", "Bearer " + token(client));
    }

    private Answer once(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, body(response));
        } catch (IOException e) {
            throw StartFailed.unanswered("the gateway at " + gateway + " did not answer", "gateway", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while waiting for the gateway");
        }
    }

    private JsonNode body(HttpResponse<String> response) throws IOException {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") && !response.body().isBlank() ? json.readTree(response.body()) : json.missingNode();
    }

    private String token(String client) {
        var now = Instant.now();
        return tokens.compute(client, (_, known) -> known != null && now.isBefore(known.until()) ? known : new Token(fresh(client), now.plus(TOKEN_USED_FOR))).value();
    }

    private String fresh(String client) {
        return ClientToken.request(http, issuer, client, realm.client(client).secret());
    }

    @Override
    public void close() {
        http.close();
    }
}
