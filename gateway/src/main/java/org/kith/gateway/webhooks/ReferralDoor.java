package org.kith.gateway.webhooks;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.gateway.forwarding.PublicAddress;
import org.kith.gateway.forwarding.Upstream;
import org.kith.gateway.forwarding.Upstreams;
import org.kith.gateway.partners.GatewayToken;
import org.kith.web.correlation.Correlation;
import org.kith.web.idempotency.IdempotencyKey;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Hands a delivery to the referral service, whose idempotency key it is there: a replay is answered as before, whatever crashed. */
@Singleton
final class ReferralDoor {
    private static final Logger LOG = Logger.getLogger(ReferralDoor.class);
    private static final String REFERRALS = "/internal/webhook-referrals";
    private static final String CANCELLATIONS = "/internal/webhook-cancellations";

    /** What the service said. */
    record Answer(int status, @Nullable String location, @Nullable String contentType, Buffer body) {}

    private final Upstream referral;
    private final GatewayToken token;

    ReferralDoor(Upstreams upstreams, GatewayToken token) {
        this.referral = upstreams.named("referral");
        this.token = token;
    }

    /** @return fails with a problem: 503 when nothing can be said about the delivery, which is then to be sent again */
    Uni<Answer> deliver(Delivery delivery, @Nullable UUID correlation) {
        return token.get()
                .onFailure().transform(failure -> later("no token for the gateway: " + failure.getClass().getSimpleName()))
                .chain(bearer -> Uni.createFrom().completionStage(() -> referral.request(HttpMethod.POST, path(delivery))
                        .compose(request -> send(request, delivery, bearer, correlation))
                        .toCompletionStage()))
                .onFailure().transform(failure -> failure instanceof ProblemException ? failure : referral.failed(failure))
                .invoke(ReferralDoor::refuseWhatIsOurFault);
    }

    private static String path(Delivery delivery) {
        return switch (delivery.type()) {
            case REQUESTED -> REFERRALS;
            case CANCELLED -> CANCELLATIONS;
        };
    }

    /** The referral's address as the practice sees it. */
    @Nullable
    String location(PublicAddress address, HttpServerRequest request, String location) {
        return address.location(request, referral, location);
    }

    private Future<Answer> send(HttpClientRequest request, Delivery delivery, String bearer, @Nullable UUID correlation) {
        request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + bearer)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader("X-Kith-Practice", delivery.practice())
                .putHeader(IdempotencyKey.HEADER, delivery.key())
                .putHeader(Correlation.HEADER, String.valueOf(correlation));
        return request.send(Buffer.buffer(delivery.body())).compose(this::read);
    }

    private Future<Answer> read(HttpClientResponse answer) {
        referral.answered();
        return answer.body().map(body -> new Answer(
                answer.statusCode(), answer.getHeader(HttpHeaders.LOCATION), answer.getHeader(HttpHeaders.CONTENT_TYPE), body));
    }

    /** A service that does not know us, or has failed, says nothing about the delivery. */
    private static void refuseWhatIsOurFault(Answer answer) {
        int status = answer.status();
        if (status >= 500 || status == 401 || status == 403 || status == 404 || status == 405)
            throw later("the referral service answered " + status);
    }

    private static ProblemException later(String why) {
        LOG.warnf("delivery put off: %s", why);
        return Problems.unavailable("Deliveries cannot be taken at the moment. Send it again with the same webhook-id.", Duration.ofSeconds(5));
    }
}
