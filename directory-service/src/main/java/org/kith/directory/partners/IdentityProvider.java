package org.kith.directory.partners;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/**
 * Partners' clients at the identity provider. Making one what it should be may be done again at any time, so a crash in between is
 * made good by repeating the request. Four calls do not warrant a library of two hundred classes.
 */
@Singleton
final class IdentityProvider {
    private static final Logger LOG = Logger.getLogger(IdentityProvider.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final String REALMS = "/realms/";

    /** What came back. */
    private record Answered(int status, Buffer body) {
        Buffer expect(int... good) {
            for (int each : good) if (status == each) return body;
            throw new IllegalStateException("answered " + status); // the body may quote what was sent
        }
    }

    private final String issuer;
    private final PartnerSettings settings;
    private final HttpClient http;

    IdentityProvider(Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer, PartnerSettings settings) {
        this.issuer = issuer;
        this.settings = settings;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) settings.patience().toMillis()));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /** Where a system gets its tokens. */
    String tokens() {
        return issuer + "/protocol/openid-connect/token";
    }

    /** @return fails with a 503 problem when it cannot be done now */
    Uni<Void> make(PartnerClient client) {
        return Uni.createFrom()
                .completionStage(() -> token().compose(token -> put(client, token)).toCompletionStage())
                .onFailure().transform(IdentityProvider::later);
    }

    private Future<Void> put(PartnerClient client, String token) {
        var clients = issuer.replace(REALMS, "/admin" + REALMS) + "/clients";
        return send(HttpMethod.GET, clients + "?clientId=" + encoded(client.id()), token, null)
                .map(found -> new JsonArray(found.expect(200)))
                .compose(found -> found.isEmpty()
                        ? send(HttpMethod.POST, clients, token, client.representation()).map(made -> made.expect(201))
                        : send(HttpMethod.PUT, clients + "/" + found.getJsonObject(0).getString("id"), token, client.representation()).map(put -> put.expect(204)))
                .mapEmpty();
    }

    private Future<String> token() {
        var form = "grant_type=client_credentials&client_id=" + encoded(settings.clientId()) + "&client_secret=" + encoded(settings.clientSecret());
        return http.request(at(HttpMethod.POST, tokens()).putHeader("Content-Type", "application/x-www-form-urlencoded"))
                .compose(request -> request.send(Buffer.buffer(form)))
                .compose(answer -> answer.body().map(body -> new Answered(answer.statusCode(), body)))
                .map(answered -> answered.expect(200).toJsonObject().getString("access_token"));
    }

    private Future<Answered> send(HttpMethod method, String url, String token, @Nullable JsonObject body) {
        var options = at(method, url).putHeader("Authorization", "Bearer " + token).putHeader("Content-Type", "application/json");
        return http.request(options)
                .compose(request -> body == null ? request.send() : request.send(body.toBuffer()))
                .compose(answer -> answer.body().map(read -> new Answered(answer.statusCode(), read)));
    }

    private RequestOptions at(HttpMethod method, String url) {
        return new RequestOptions().setMethod(method).setAbsoluteURI(url).setIdleTimeout(settings.patience().toMillis());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static ProblemException later(Throwable failure) {
        LOG.warnf("a partner's client cannot be made now: %s %s", failure.getClass().getSimpleName(), failure.getMessage());
        return Problems.unavailable(
                "It is recorded, and the identity provider could not be told of it. Send the request again with the same Idempotency-Key to finish it.",
                AGAIN);
    }
}
