package org.kith.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.gateway.forwarding.Upstream;
import org.kith.gateway.forwarding.Upstreams;
import org.kith.gateway.routing.Routes;

/** Asks the services for their documents, at most once a minute. A service that is away keeps the one that it gave last. */
@Singleton
final class OpenApiDocument {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Upstreams upstreams;
    private final Routes routes;
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode frame;
    private final JsonNode glossary;
    private final Map<String, JsonNode> last = new ConcurrentHashMap<>();
    private volatile long askedAt = System.nanoTime() - FRESH.toNanos();

    OpenApiDocument(Upstreams upstreams, Routes routes) {
        this.upstreams = upstreams;
        this.routes = routes;
        this.frame = (ObjectNode) own("gateway.json");
        this.glossary = own("parameters.json");
    }

    Uni<ObjectNode> get() {
        boolean fresh = System.nanoTime() - askedAt < FRESH.toNanos() && last.size() == upstreams.all().size();
        return (fresh ? Uni.createFrom().voidItem() : askAll()).map(_ -> JoinedOpenApi.join(routes, frame, glossary, new TreeMap<>(last)));
    }

    private JsonNode own(String name) {
        try (InputStream file = Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(name), name)) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Uni<Void> askAll() {
        List<Uni<Void>> asked = new ArrayList<>();
        for (Upstream upstream : upstreams.all()) asked.add(ask(upstream));
        askedAt = System.nanoTime();
        return Uni.join().all(asked).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> ask(Upstream upstream) {
        return Uni.createFrom()
                .completionStage(() -> upstream.request(HttpMethod.GET, "/q/openapi")
                        .compose(HttpClientRequest::send)
                        .compose(HttpClientResponse::body)
                        .toCompletionStage())
                .ifNoItem().after(PATIENCE).fail()
                .invoke(body -> keep(upstream, body))
                .replaceWithVoid()
                // what it said last stands; the health of services is told elsewhere
                .onFailure().recoverWithNull();
    }

    private void keep(Upstream upstream, Buffer body) {
        upstream.answered();
        try {
            JsonNode document = json.readTree(body.getBytes());
            if (document.has("paths")) last.put(upstream.name(), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
