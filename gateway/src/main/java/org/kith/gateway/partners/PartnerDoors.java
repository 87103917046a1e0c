package org.kith.gateway.partners;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.gateway.forwarding.Upstream;
import org.kith.gateway.forwarding.Upstreams;

/**
 * The directory service's partners as they are now. It is asked with the state that is known and answers as soon as there is another,
 * so a change is known here within milliseconds; while it is away, what it said last stands.
 */
@Singleton
public final class PartnerDoors {
    private static final Logger LOG = Logger.getLogger(PartnerDoors.class);
    private static final String PATH = "/internal/partner-doors";
    private static final long AGAIN_MS = 250;

    /** @param until from when it is good no longer; null where it has no end */
    record Secret(String secret, @Nullable Instant until) {
        @Override
        public String toString() {
            return "Secret[…]";
        }
    }

    /** As the directory service says it; a practice without secrets is shut out. */
    record Doors(@Nullable Long state, @Nullable Map<String, List<Secret>> practices, @Nullable Set<String> suspended) {}

    private final Upstream directory;
    private final GatewayToken token;
    private final Vertx vertx;
    private final Clock clock;
    private final ObjectMapper json;
    private volatile @Nullable Doors doors;
    private volatile boolean closed;

    PartnerDoors(Upstreams upstreams, GatewayToken token, Vertx vertx, Clock clock, ObjectMapper json) {
        this.directory = upstreams.named("directory");
        this.token = token;
        this.vertx = vertx;
        this.clock = clock;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    void start(@Observes StartupEvent started) {
        ask();
    }

    void stop(@Observes ShutdownEvent stopped) {
        closed = true;
    }

    /** False until the directory has answered once: nothing is to be decided from what is not known yet. */
    public boolean known() {
        return doors != null;
    }

    /** Whether a client's good token is not enough at the moment. */
    public boolean suspended(@Nullable String client) {
        var now = doors;
        return now != null && client != null && now.suspended() != null && now.suspended().contains(client);
    }

    /** Secrets good now of a practice that was onboarded, none while it is suspended; empty for a practice that was not onboarded. */
    public Optional<List<String>> secrets(String practice) {
        var now = doors;
        var secrets = now == null || now.practices() == null ? null : now.practices().get(practice);
        if (secrets == null) return Optional.empty();
        var at = clock.instant();
        return Optional.of(secrets.stream().filter(one -> one.until() == null || one.until().isAfter(at)).map(Secret::secret).toList());
    }

    private void ask() {
        if (closed) return;
        var known = doors;
        String path = known == null ? PATH : PATH + "?after=" + known.state();
        token.get()
                .chain(bearer -> Uni.createFrom().completionStage(() -> directory.request(HttpMethod.GET, path)
                        .compose(request -> send(request, bearer))
                        .toCompletionStage()))
                .subscribe().with(this::take, this::failed);
    }

    private Future<Buffer> send(HttpClientRequest request, String bearer) {
        return request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + bearer).send().compose(this::read);
    }

    private Future<Buffer> read(HttpClientResponse answer) {
        directory.answered();
        return answer.statusCode() == 200 ? answer.body() : Future.failedFuture("answered " + answer.statusCode());
    }

    private void take(Buffer body) {
        try {
            var read = json.readValue(body.getBytes(), Doors.class);
            if (read.state() == null) throw new IOException("no state");
            doors = read;
            ask();
        } catch (IOException e) {
            // without the message, which may quote a secret
            failed(new IOException("unreadable"));
        }
    }

    private void failed(Throwable failure) {
        LOG.debugf("partners are not known anew: %s", failure.getMessage());
        if (!closed) vertx.setTimer(AGAIN_MS, _ -> ask());
    }
}
