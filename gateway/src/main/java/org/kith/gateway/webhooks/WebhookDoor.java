package org.kith.gateway.webhooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.kith.gateway.GatewaySettings;
import org.kith.gateway.access.RateLimits;
import org.kith.gateway.forwarding.PublicAddress;
import org.kith.gateway.routing.OwnPaths;
import org.kith.web.correlation.Correlation;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;
import org.kith.web.problem.RoutedProblems;
import org.kith.web.problem.StatusProblems;

/** {@code POST /webhooks/practices/{code}}: the signature is checked over the bytes that came, before anything reads them. */
@Singleton
public final class WebhookDoor {
    private static final Logger LOG = Logger.getLogger(WebhookDoor.class);
    /** Bodies are held whole until they are checked, so there is a bound on how many at once. */
    private static final int MOST_AT_ONCE = 64;

    private final PracticeSecrets secrets;
    private final ReferralDoor door;
    private final RateLimits limits;
    private final PublicAddress address;
    private final RoutedProblems problems;
    private final ObjectMapper json;
    private final long maxBody;
    private final OwnPaths paths;
    private final AtomicInteger held = new AtomicInteger();

    WebhookDoor(
            OwnPaths paths, PracticeSecrets secrets, ReferralDoor door, RateLimits limits, PublicAddress address, RoutedProblems problems,
            ObjectMapper json, GatewaySettings settings) {
        this.paths = paths;
        this.secrets = secrets;
        this.door = door;
        this.limits = limits;
        this.address = address;
        this.problems = problems;
        this.json = json;
        this.maxBody = settings.maxBody().asLongValue();
    }

    void register(@Observes Router router) {
        paths.door(router, "/webhooks/practices/:code", this::receive);
    }

    private void receive(RoutingContext context) {
        if (held.incrementAndGet() > MOST_AT_ONCE) {
            held.decrementAndGet();
            problems.endUnread(context, Problems.unavailable("Too many deliveries at once. Send it again.", Duration.ofSeconds(1)));
            return;
        }
        context.addEndHandler(_ -> held.decrementAndGet());
        HttpServerRequest request = context.request();
        request.pause();
        Buffer body = Buffer.buffer();
        if (request.getHeader(HttpHeaders.EXPECT) != null) context.response().writeContinue();
        request.endHandler(_ -> take(context, body.getBytes()));
        request.handler(part -> {
            if (body.length() + part.length() <= maxBody) {
                body.appendBuffer(part);
                return;
            }
            request.handler(_ -> {});
            problems.endUnread(context, new ProblemException(StatusProblems.of(413)));
        });
        request.resume();
    }

    private void take(RoutingContext context, byte[] body) {
        if (context.response().ended()) return;
        try {
            String practice = context.pathParam("code");
            HttpServerRequest request = context.request();
            if (!secrets.of(practice).agrees(request.headers(), body)) throw wrongSignature();
            limits.take("practice " + practice);
            Delivery delivery = Delivery.read(json, practice, request.getHeader(Signature.ID), body);
            door.deliver(delivery, Correlation.of(context)).subscribe().with(answer -> answer(context, answer), failure -> fail(context, failure));
        } catch (RuntimeException e) {
            fail(context, e);
        }
    }

    private void answer(RoutingContext context, ReferralDoor.Answer answer) {
        HttpServerResponse response = context.response().setStatusCode(answer.status());
        String location = answer.location() == null ? null : door.location(address, context.request(), answer.location());
        if (location != null) response.putHeader(HttpHeaders.LOCATION, location);
        if (answer.contentType() != null) response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        response.end(answer.body());
    }

    private void fail(RoutingContext context, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            problems.end(context, problem);
            return;
        }
        LOG.error("delivery failed", failure);
        problems.end(context, StatusProblems.of(500));
    }

    /** The same for a practice that is unknown, a body that was changed, a signature that is too old and one that is not there. */
    private static ProblemException wrongSignature() {
        return new ProblemException(Problem.of(
                401, "signature", "The delivery is not signed as it should be", "Sign it by Standard Webhooks with the practice's secret."));
    }
}
