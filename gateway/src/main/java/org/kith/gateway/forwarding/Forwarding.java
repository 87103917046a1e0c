package org.kith.gateway.forwarding;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.kith.gateway.GatewaySettings;
import org.kith.web.problem.RoutedProblems;

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

    /**
     * To be called on the request's own event loop.
     *
     * @param context its request is paused, so that nothing of the body is lost before there is somebody to take it
     */
    public void forward(RoutingContext context, Upstream upstream) {
        upstream.request(context.request().method(), context.request().uri())
                .onSuccess(outgoing -> new Exchange(context, upstream, outgoing, publicAddress, problems, maxBody).begin())
                .onFailure(failure -> problems.endUnread(context, upstream.failed(failure)));
    }
}
