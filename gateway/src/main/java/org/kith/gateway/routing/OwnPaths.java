package org.kith.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.kith.web.problem.Problems;
import org.kith.web.problem.RoutedProblems;

/** Paths that the gateway answers itself. Whoever comes with another method than a path has is told which it has. */
@Singleton
public final class OwnPaths {
    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);
    private final RoutedProblems problems;

    OwnPaths(RoutedProblems problems) {
        this.problems = problems;
    }

    /** For what is read. */
    public void page(Router router, String path, Handler<RoutingContext> handler) {
        route(router, path, READING, handler);
    }

    /** For what takes something in. */
    public void door(Router router, String path, Handler<RoutingContext> handler) {
        route(router, path, List.of(HttpMethod.POST), handler);
    }

    private void route(Router router, String path, List<HttpMethod> methods, Handler<RoutingContext> handler) {
        var names = methods.stream().map(HttpMethod::name).toList();
        router.route(path).handler(context -> {
            if (methods.contains(context.request().method())) handler.handle(context);
            else problems.endUnread(context, Problems.methodNotAllowed(names));
        });
    }
}
