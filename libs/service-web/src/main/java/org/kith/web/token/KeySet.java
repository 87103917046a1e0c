package org.kith.web.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The keys that the issuer publishes at the moment, by their ids. While it cannot be asked, what it said last stands. */
@Singleton
final class KeySet {
    private static final Logger LOG = Logger.getLogger(KeySet.class);
    private static final long PATIENCE_MS = 5_000;

    private final Vertx vertx;
    private final HttpClient http;
    private final String issuer;
    private final TokenSettings settings;
    private volatile Map<String, String> keys = Map.of();
    private volatile long readAt;
    private volatile boolean readWell;
    private long timer = -1;
    private @Nullable Uni<Boolean> reading;

    KeySet(Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer, TokenSettings settings) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE_MS));
        this.issuer = issuer;
        this.settings = settings;
        this.readAt = System.nanoTime() - settings.keysReadAtMostEvery().toNanos();
    }

    @PostConstruct
    void readRegularly() {
        timer = vertx.setPeriodic(settings.keysReadEvery().toMillis(), _ -> read().subscribe().with(_ -> {}));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
        http.close();
    }

    /** The key as published, null when it is not among them now. */
    @Nullable
    String key(String id) {
        return keys.get(id);
    }

    /**
     * Whether a key is published; asks the issuer about one that is not known, though not at every request.
     *
     * @return fails with a problem, 503, when the issuer cannot say: a token is not wrong because nobody could check it
     */
    Uni<Boolean> has(String id) {
        if (keys.containsKey(id)) return Uni.createFrom().item(true);
        boolean justRead = System.nanoTime() - readAt < settings.keysReadAtMostEvery().toNanos();
        return (justRead ? Uni.createFrom().item(readWell) : read()).map(well -> {
            if (keys.containsKey(id)) return true;
            if (well) return false;
            throw IssuerAway.problem(settings.keysReadAtMostEvery());
        });
    }

    /** One reading for all who ask at the same moment. @return whether it succeeded */
    private synchronized Uni<Boolean> read() {
        Uni<Boolean> running = reading;
        if (running != null) return running;
        Uni<Boolean> started = Uni.createFrom()
                .completionStage(() -> get(issuer + "/.well-known/openid-configuration")
                        .compose(discovered -> get(discovered.getString("jwks_uri")))
                        .toCompletionStage())
                .map(KeySet::byId)
                .invoke(published -> keys = published)
                .replaceWith(true)
                .onFailure().invoke(failure -> LOG.warnf("the issuer's keys cannot be read: %s", failure.getClass().getSimpleName()))
                .onFailure().recoverWithItem(false)
                .invoke(this::done)
                .memoize().indefinitely();
        reading = started;
        return started;
    }

    private synchronized void done(boolean well) {
        readWell = well;
        readAt = System.nanoTime();
        reading = null;
    }

    private Future<JsonObject> get(String url) {
        return http.request(new RequestOptions().setAbsoluteURI(url).setIdleTimeout(PATIENCE_MS))
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.statusCode() == 200 ? answer.body() : refused(answer))
                .map(Buffer::toJsonObject);
    }

    private static Future<Buffer> refused(HttpClientResponse answer) {
        return Future.failedFuture("answered " + answer.statusCode());
    }

    private static Map<String, String> byId(JsonObject published) {
        Map<String, String> byId = new HashMap<>();
        for (Object key : published.getJsonArray("keys"))
            if (key instanceof JsonObject one && one.getString("kid") != null) byId.put(one.getString("kid"), one.encode());
        return Map.copyOf(byId);
    }
}
