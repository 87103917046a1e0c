package org.kith.web.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.kith.web.correlation.Correlation;

/** Ends a request with a problem where there is no resource yet: in filters and plain routes. */
@Singleton
public final class RoutedProblems {
    private final ProblemResponses responses;

    RoutedProblems(ProblemResponses responses) {
        this.responses = responses;
    }

    public void end(RoutingContext context, Problem problem) {
        end(context, new ProblemException(problem));
    }

    /** Does nothing when the answer has ended already; breaks it off when it has begun. */
    public void end(RoutingContext context, ProblemException e) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) return;
        if (response.headWritten()) {
            response.reset();
            return;
        }
        UUID id = Correlation.of(context);
        String path = context.request().path();
        e.headers().forEach(response::putHeader);
        response.setStatusCode(e.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.mediaType(path))
                .end(Buffer.buffer(responses.bytes(e.problem().correlatedBy(id == null ? null : id.toString()), path)));
    }

    /** As {@link #end}, for a paused request: a body that nobody will read means that the connection cannot be used again. */
    public void endUnread(RoutingContext context, ProblemException e) {
        HttpServerRequest request = context.request();
        boolean body = request.headers().contains(HttpHeaders.CONTENT_LENGTH) || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (body && !context.response().headWritten()) context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        end(context, e);
        if (!body) request.resume();
    }
}
