package org.kith.gateway.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.kith.gateway.forwarding.Forwarding;
import org.kith.gateway.forwarding.Upstream;
import org.kith.gateway.forwarding.Upstreams;
import org.kith.gateway.partners.PartnerDoors;
import org.kith.gateway.routing.Routes;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;
import org.kith.web.problem.RoutedProblems;
import org.kith.web.problem.StatusProblems;

/**
 * {@code /api} and {@code /fhir}: a known path and a valid token, then on to the service, which checks both again. {@code /take-up}: a known path,
 * which is a secret of its own.
 */
@Singleton
public final class ApiDoor {
    private static final Logger LOG = Logger.getLogger(ApiDoor.class);
    private final Routes routes;
    private final Upstreams upstreams;
    private final Forwarding forwarding;
    private final RateLimits limits;
    private final RoutedProblems problems;
    private final IdentityProviderManager identities;
    private final PartnerDoors doors;

    ApiDoor(
            Routes routes, Upstreams upstreams, Forwarding forwarding, RateLimits limits, RoutedProblems problems,
            IdentityProviderManager identities, PartnerDoors doors) {
        this.routes = routes;
        this.upstreams = upstreams;
        this.forwarding = forwarding;
        this.limits = limits;
        this.problems = problems;
        this.identities = identities;
        this.doors = doors;
    }

    void register(@Observes Router router) {
        router.route("/api/*").handler(this::handle);
        router.route("/fhir/*").handler(this::handle);
        router.route("/take-up/*").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        // nothing of the body may flow before somebody takes it: without this the first handler set would let it
        request.pause();
        Context own = context.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(context, identities).subscribe().with(
                identity -> on(own, () -> pass(context, request, identity)),
                failure -> on(own, () -> problems.endUnread(context, refused(failure))));
    }

    /** A token may have been verified on another event loop; the request belongs to its own. */
    private static void on(Context own, Runnable next) {
        if (Vertx.currentContext() == own) next.run();
        else own.runOnContext(_ -> next.run());
    }

    private void pass(RoutingContext context, HttpServerRequest request, SecurityIdentity identity) {
        try {
            forwarding.forward(context, admit(request, identity));
        } catch (ProblemException e) {
            problems.endUnread(context, e);
        } catch (RuntimeException e) {
            LOG.error("request failed", e);
            problems.endUnread(context, new ProblemException(StatusProblems.of(500)));
        }
    }

    private Upstream admit(HttpServerRequest request, SecurityIdentity identity) {
        String method = request.method().name();
        String path = request.path();
        if (identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()) {
            if (doors.suspended(client(identity, token))) throw Problems.suspended();
            limits.take("account " + token.getSubject());
        }
        if (identity.isAnonymous()) {
            if (!routes.isOpen(method, path)) throw routes.isOpen(path) ? notThere(path) : unauthenticated();
            limits.takeOpen(request.remoteAddress().hostAddress());
        }
        return upstreams.named(routes.service(method, path).orElseThrow(() -> notThere(path)));
    }

    private ProblemException notThere(String path) {
        SortedSet<String> methods = routes.methods(path);
        return methods.isEmpty() ? Problems.notFound() : Problems.methodNotAllowed(methods);
    }

    private static String client(SecurityIdentity identity, JsonWebToken token) {
        return identity.getAttribute(Callers.ATTRIBUTE) instanceof Caller caller ? caller.client() : Callers.of(token, identity.getRoles()).client();
    }

    private static ProblemException refused(Throwable failure) {
        if (failure instanceof ProblemException problem) return problem;
        LOG.debugf("token refused: %s", failure.getClass().getSimpleName());
        return unauthenticated();
    }

    private static ProblemException unauthenticated() {
        return new ProblemException(StatusProblems.of(401), Map.of("WWW-Authenticate", "Bearer"));
    }
}
