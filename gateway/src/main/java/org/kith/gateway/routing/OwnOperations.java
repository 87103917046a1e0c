package org.kith.gateway.routing;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.kith.web.problem.RoutedProblems;
import org.kith.web.problem.StatusProblems;

/** Of the gateway's own operation only its health is for everybody; other pages under {@code /q} are not there for the outside. */
@Singleton
public final class OwnOperations {
    private static final int AFTER_PATH_GUARD = 9_400;
    private final RoutedProblems problems;

    OwnOperations(RoutedProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_PATH_GUARD);
    }

    private void check(RoutingContext context) {
        String path = context.request().path();
        if (path.equals("/q") || (path.startsWith("/q/") && !path.startsWith("/q/health"))) problems.end(context, StatusProblems.of(404));
        else context.next();
    }
}
