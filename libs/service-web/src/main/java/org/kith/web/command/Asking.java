package org.kith.web.command;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.correlation.Correlation;
import org.kith.web.idempotency.IdempotencyKey;
import org.kith.web.idempotency.IdempotencyKeys;
import org.kith.web.json.RequestBody;
import org.kith.web.precondition.IfMatch;

/** Reads {@link Asked} from the current request. */
@Singleton
public final class Asking {
    private final CurrentVertxRequest request;
    private final Callers callers;
    private final Correlation correlation;
    private final Instance<IdempotencyKeys> keys;
    private final Clock clock;

    Asking(CurrentVertxRequest request, Callers callers, Correlation correlation, Instance<IdempotencyKeys> keys, Clock clock) {
        this.request = request;
        this.callers = callers;
        this.correlation = correlation;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws org.kith.web.problem.ProblemException 400 for an Idempotency-Key or If-Match that cannot be read */
    public Asked asked() {
        Caller caller = callers.current();
        RoutingContext context = request.getCurrent();
        return new Asked(
                caller,
                key(caller, context),
                ifMatch(context.request()),
                correlation.id(),
                clock.instant());
    }

    private static IfMatch ifMatch(HttpServerRequest http) {
        List<String> sent = http.headers().getAll(HttpHeaders.IF_MATCH);
        return IfMatch.read(sent.isEmpty() ? null : String.join(",", sent));
    }

    private @Nullable IdempotencyKey key(Caller caller, RoutingContext context) {
        HttpServerRequest http = context.request();
        String value = IdempotencyKey.read(http.headers().getAll(IdempotencyKey.HEADER));
        if (value == null) return null;
        return keys.get().key(caller.subject(), value, http.method().name(), http.path(), RequestBody.of(context));
    }
}
