package org.kith.web.correlation;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The request's correlation id: the caller's {@code X-Correlation-Id} when it is a UUID, else a new one. It is in the log
 * ({@code %X{correlationId}}), in the answer's header, in problems, and goes into events.
 */
@Singleton
public final class Correlation {
    public static final String HEADER = "X-Correlation-Id";
    private static final String KEY = "kith.correlation-id";
    /** Before everything else, so that a request refused early has its id too. */
    private static final int FIRST = 10_000;

    private final CurrentVertxRequest request;

    Correlation(CurrentVertxRequest request) {
        this.request = request;
    }

    void register(@Observes Filters filters) {
        filters.register(Correlation::correlate, FIRST);
    }

    /** The current request's id; a new one outside a request. */
    public UUID id() {
        RoutingContext context = request.getCurrent();
        UUID known = context == null ? null : of(context);
        return known == null ? UUID.randomUUID() : known;
    }

    public static @Nullable UUID of(RoutingContext context) {
        return context.get(KEY);
    }

    private static void correlate(RoutingContext context) {
        UUID id = read(context.request().getHeader(HEADER));
        context.put(KEY, id);
        MDC.put("correlationId", id.toString());
        context.response().putHeader(HEADER, id.toString());
        context.next();
    }

    static UUID read(@Nullable String sent) {
        if (sent == null || sent.length() != 36) return UUID.randomUUID();
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
