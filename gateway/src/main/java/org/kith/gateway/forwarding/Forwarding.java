package org.kith.gateway.forwarding;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.kith.gateway.GatewaySettings;
import org.kith.web.correlation.Correlation;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.RoutedProblems;
import org.kith.web.problem.StatusProblems;

/**
 * Carries one request to a service and its answer back, both as streams. It is sent once: a gateway that tried a POST again
 * could do it twice, and only the client knows its idempotency key.
 */
@Singleton
public final class Forwarding {
    private final PublicAddress publicAddress;
    private final RoutedProblems problems;
    private final long maxBody;

    Forwarding(PublicAddress publicAddress, RoutedProblems problems, GatewaySettings settings) {
        this.publicAddress = publicAddress;
        this.problems = problems;
        this.maxBody = settings.maxBody().asLongValue();
    }

    /** @param context its request is paused, so that nothing of the body is lost before there is somebody to take it */
    public void forward(RoutingContext context, Upstream upstream) {
        HttpServerRequest request = context.request();
        upstream.request(request.method(), request.uri())
                .onSuccess(outgoing -> send(context, upstream, outgoing))
                .onFailure(failure -> problems.endUnread(context, upstream.failed(failure)));
    }

    private void send(RoutingContext context, Upstream upstream, HttpClientRequest outgoing) {
        HttpServerRequest request = context.request();
        if (context.response().closed()) {
            outgoing.reset();
            return;
        }
        Headers.copyRequest(request.headers(), outgoing.headers());
        outgoing.putHeader(Correlation.HEADER, String.valueOf(Correlation.of(context)));
        // a client that leaves takes its request with it
        context.response().closeHandler(_ -> outgoing.reset());
        outgoing.response()
                .onSuccess(answer -> answer(context, upstream, answer))
                .onFailure(failure -> problems.endUnread(context, upstream.failed(failure)));
        body(context, outgoing);
    }

    private void body(RoutingContext context, HttpClientRequest outgoing) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            request.resume();
            outgoing.end();
            return;
        }
        if (length == null) outgoing.setChunked(true);
        else outgoing.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        if (request.getHeader(HttpHeaders.EXPECT) != null) context.response().writeContinue();
        long[] sent = {0};
        request.exceptionHandler(_ -> outgoing.reset());
        request.endHandler(_ -> outgoing.end());
        request.handler(part -> {
            sent[0] += part.length();
            if (sent[0] > maxBody) {
                request.handler(_ -> {}).endHandler(_ -> {});
                problems.endUnread(context, new ProblemException(StatusProblems.of(413)));
                outgoing.reset();
                return;
            }
            outgoing.write(part);
            if (outgoing.writeQueueFull()) {
                request.pause();
                outgoing.drainHandler(_ -> request.resume());
            }
        });
        request.resume();
    }

    private void answer(RoutingContext context, Upstream upstream, HttpClientResponse answer) {
        upstream.answered();
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed() || response.headWritten()) return;
        response.setStatusCode(answer.statusCode());
        Headers.copyResponse(answer.headers(), response.headers());
        String location = answer.getHeader(HttpHeaders.LOCATION);
        if (location != null) setLocation(response, publicAddress.location(context.request(), upstream, location));
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        else if (mayHaveBody(context.request().method(), answer.statusCode())) response.setChunked(true);
        // an answer that breaks off must not look like a whole one
        answer.pipe().endOnFailure(false).to(response).onFailure(_ -> response.reset());
    }

    private static void setLocation(HttpServerResponse response, @Nullable String location) {
        if (location == null) response.headers().remove(HttpHeaders.LOCATION);
        else response.putHeader(HttpHeaders.LOCATION, location);
    }

    private static boolean mayHaveBody(HttpMethod method, int status) {
        return !HttpMethod.HEAD.equals(method) && status != 204 && status != 304;
    }
}
