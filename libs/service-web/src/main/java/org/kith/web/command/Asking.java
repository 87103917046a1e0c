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
        return asked(IdempotencyKey.HEADER, RequestBody.of(request.getCurrent()));
    }

    /**
     * The same where the body is not JSON that was read into a record.
     *
     * @param keyHeader which header the caller's standard has in place of Idempotency-Key
     * @param body as it was sent
     */
    public Asked asked(String keyHeader, byte[] body) {
        Caller caller = callers.current();
        RoutingContext context = request.getCurrent();
        return new Asked(
                caller,
                key(caller, context, keyHeader, body),
                ifMatch(context.request()),
                correlation.id(),
                clock.instant());
    }

    private static IfMatch ifMatch(HttpServerRequest http) {
        List<String> sent = http.headers().getAll(HttpHeaders.IF_MATCH);
        return IfMatch.read(sent.isEmpty() ? null : String.join(",", sent));
    }

    private @Nullable IdempotencyKey key(Caller caller, RoutingContext context, String header, byte[] body) {
        HttpServerRequest http = context.request();
        String value = IdempotencyKey.read(header, http.headers().getAll(header));
        if (value == null) return null;
        return keys.get().key(caller.subject(), value, http.method().name(), http.path(), body);
    }
}
