package org.kith.web.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kith.web.correlation.Correlation;

/**
 * Refuses a body that says it is too large, with a problem. One that does not say so is cut off by the HTTP server, which can
 * only answer a bare 413.
 */
@Singleton
public final class BodyLimit {
    private static final int AFTER_CORRELATION = 9_000;
    private final long most;
    private final ProblemResponses responses;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, ProblemResponses responses) {
        this.most = most.asLongValue();
        this.responses = responses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORRELATION);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !tooLong(length)) {
            context.next();
            return;
        }
        UUID id = Correlation.of(context);
        byte[] problem = responses.bytes(StatusProblems.of(413).correlatedBy(id == null ? null : id.toString()));
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Buffer.buffer(problem));
    }

    private boolean tooLong(String length) {
        try {
            return Long.parseLong(length) > most;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
