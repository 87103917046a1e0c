package org.kith.web.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.kith.web.correlation.Correlation;

/** What fails before any resource is reached, or beside them all, is answered with a problem too: a request without a Host, say. */
@Singleton
public final class RoutedFailures {
    private static final Logger LOG = Logger.getLogger(RoutedFailures.class);
    private final RoutedProblems problems;

    RoutedFailures(RoutedProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (isOfSecurity(context.failure())) {
            context.next();
            return;
        }
        int status = context.statusCode() >= 400 ? context.statusCode() : 500;
        if (status >= 500 && context.failure() != null)
            LOG.errorf("request failed, correlation id %s: %s", Correlation.of(context), Trace.of(context.failure()));
        problems.end(context, context.failure() instanceof ProblemException problem ? problem : new ProblemException(StatusProblems.of(status)));
    }

    /** Which Quarkus answers itself, with the challenge of its mechanism. */
    private static boolean isOfSecurity(Throwable failure) {
        return failure instanceof AuthenticationException || failure instanceof UnauthorizedException || failure instanceof ForbiddenException;
    }
}
