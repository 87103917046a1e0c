package org.kith.gateway.forwarding;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.kith.web.correlation.Correlation;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.RoutedProblems;
import org.kith.web.problem.StatusProblems;

/** One request and its answer, on one event loop. */
final class Exchange {
    private static final String EVENTS = "text/event-stream";
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Upstream upstream;
    private final HttpClientRequest outgoing;
    private final PublicAddress publicAddress;
    private final RoutedProblems problems;
    private final long maxBody;
    private long sent;
    /** Whether the request has been sent whole. */
    private boolean sentWhole;
    /** Whether what still comes from the service is for nobody. */
    private boolean over;
    /** Whether the answer goes on until somebody has enough of it. */
    private boolean endless;

    Exchange(
            RoutingContext context, Upstream upstream, HttpClientRequest outgoing, PublicAddress publicAddress, RoutedProblems problems,
            long maxBody) {
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.upstream = upstream;
        this.outgoing = outgoing;
        this.publicAddress = publicAddress;
        this.problems = problems;
        this.maxBody = maxBody;
    }

    void begin() {
        if (response.closed()) {
            breakOff();
            return;
        }
        Headers.copyRequest(request.headers(), outgoing.headers());
        outgoing.putHeader(Correlation.HEADER, String.valueOf(Correlation.of(context)));
        // a client that leaves takes its request with it
        response.closeHandler(_ -> breakOff());
        // told by the failed answer too; without a handler it would be logged as nobody's
        outgoing.exceptionHandler(_ -> {});
        outgoing.response().onSuccess(this::answer).onFailure(this::fail);
        sendBody();
    }

    private void sendBody() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            endBody();
            request.resume();
            return;
        }
        if (length == null) outgoing.setChunked(true);
        else outgoing.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        if (request.getHeader(HttpHeaders.EXPECT) != null) response.writeContinue();
        request.exceptionHandler(_ -> breakOff());
        request.handler(this::sendPart);
        request.endHandler(_ -> endBody());
        request.resume();
    }

    private void sendPart(Buffer part) {
        if (over) return;
        sent += part.length();
        if (sent > maxBody) {
            breakOff();
            problems.endUnread(context, new ProblemException(StatusProblems.of(413)));
            return;
        }
        outgoing.write(part);
        if (outgoing.writeQueueFull()) {
            request.pause();
            outgoing.drainHandler(_ -> request.resume());
        }
    }

    private void endBody() {
        if (over) return;
        sentWhole = true;
        outgoing.end();
    }

    private void answer(HttpClientResponse answer) {
        upstream.answered();
        if (over || response.ended() || response.closed()) {
            discard(answer);
            return;
        }
        String type = answer.getHeader(HttpHeaders.CONTENT_TYPE);
        endless = type != null && type.startsWith(EVENTS);
        response.setStatusCode(answer.statusCode());
        Headers.copyResponse(answer.headers(), response.headers());
        String location = answer.getHeader(HttpHeaders.LOCATION);
        if (location != null) setLocation(publicAddress.location(request, upstream, location));
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        else if (mayHaveBody(answer.statusCode())) response.setChunked(true);
        // ended by ourselves: a client that leaves at the very end must not be taken for an answer that breaks off, of which something still comes
        answer.pipe().endOnComplete(false).to(response).onSuccess(_ -> response.end()).onFailure(_ -> cutOff(answer));
    }

    /** An answer that breaks off, on either side, must not look like a whole one. */
    private void cutOff(HttpClientResponse answer) {
        over = true;
        response.reset();
        if (endless) outgoing.reset();
        else discard(answer);
    }

    private static void discard(HttpClientResponse answer) {
        answer.handler(_ -> {});
        answer.resume();
    }

    private void fail(Throwable failure) {
        if (over) {
            upstream.undecided();
            return;
        }
        over = true;
        problems.endUnread(context, upstream.failed(failure));
    }

    /**
     * A request that was sent in part is broken off. One that was sent whole is left to its end: its answer may have come
     * already, on another event loop, and then breaking off would close a connection that carries somebody else's request. A stream of
     * events has no end, and its service gives it a connection to itself.
     */
    private void breakOff() {
        if (over) return;
        over = true;
        if (sentWhole && !endless) return;
        upstream.undecided();
        outgoing.reset();
    }

    private void setLocation(@Nullable String location) {
        if (location == null) response.headers().remove(HttpHeaders.LOCATION);
        else response.putHeader(HttpHeaders.LOCATION, location);
    }

    private boolean mayHaveBody(int status) {
        return !HttpMethod.HEAD.equals(request.method()) && status != 204 && status != 304;
    }
}
