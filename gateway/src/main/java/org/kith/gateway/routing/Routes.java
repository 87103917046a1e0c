package org.kith.gateway.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.gateway.GatewaySettings;

/** The table of routes. What it does not name does not exist for the outside, {@code /internal} above all. */
@Singleton
public final class Routes {
    private final List<Route> routes;
    private final List<Route> open;

    @Inject
    Routes(GatewaySettings settings) {
        this(settings.routes(), settings.open().orElse(List.of()));
    }

    Routes(Map<String, List<String>> byService, List<String> open) {
        List<Route> all = new ArrayList<>();
        byService.forEach((service, patterns) -> patterns.forEach(pattern -> all.add(Route.parse(service, pattern))));
        all.sort(Route.MOST_EXACT_FIRST);
        this.routes = List.copyOf(all);
        this.open = open.stream().map(pattern -> Route.parse("", pattern)).toList();
    }

    /** @param path as it is in the request, which {@link PathGuard} has let through */
    public Optional<String> service(String method, String path) {
        List<String> segments = Route.split(path);
        return routes.stream().filter(route -> route.matches(method, segments)).map(Route::service).findFirst();
    }

    public boolean isOpen(String method, String path) {
        List<String> segments = Route.split(path);
        return open.stream().anyMatch(route -> route.matches(method, segments));
    }
}
