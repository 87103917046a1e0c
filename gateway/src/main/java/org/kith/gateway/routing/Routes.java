package org.kith.gateway.routing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kith.gateway.GatewaySettings;

/** The table of routes. What it does not name does not exist for the outside, {@code /internal} above all. */
@Singleton
public final class Routes {
    /** Those of one pattern together, of the most exact pattern first: it alone decides, or one service would be asked for what another has. */
    private final List<List<Route>> routes;
    private final List<Route> open;

    @Inject
    Routes(GatewaySettings settings) {
        this(settings.routes(), settings.open().orElse(List.of()));
    }

    Routes(Map<String, List<String>> byService, List<String> open) {
        List<Route> all = new ArrayList<>();
        byService.forEach((service, patterns) -> patterns.forEach(pattern -> all.add(Route.parse(service, pattern))));
        all.sort(Route.MOST_EXACT_FIRST);
        this.routes = List.copyOf(all.stream().collect(Collectors.groupingBy(Route::pattern, LinkedHashMap::new, Collectors.toUnmodifiableList())).values());
        this.open = open.stream().map(pattern -> Route.parse("", pattern)).toList();
    }

    /** @param path as it is in the request, which {@link PathGuard} has let through */
    public Optional<String> service(String method, String path) {
        return of(path).stream().filter(route -> route.takes(method)).map(Route::service).findFirst();
    }

    /** The methods that a path has here; empty where it is its service that knows, and where there is no such path. */
    public SortedSet<String> methods(String path) {
        var methods = new TreeSet<String>();
        for (Route route : of(path)) {
            if (route.method() == null) return new TreeSet<>();
            methods.add(route.method());
            if (route.takes("HEAD")) methods.add("HEAD");
        }
        return methods;
    }

    public boolean isOpen(String method, String path) {
        List<String> segments = Route.split(path);
        return open.stream().anyMatch(route -> route.takes(method) && route.fits(segments));
    }

    /** Whether no method that the path has needs a token. */
    public boolean isOpen(String path) {
        SortedSet<String> methods = methods(path);
        return !methods.isEmpty() && methods.stream().allMatch(method -> isOpen(method, path));
    }

    private List<Route> of(String path) {
        List<String> segments = Route.split(path);
        for (List<Route> alike : routes) if (alike.getFirst().fits(segments)) return alike;
        return List.of();
    }
}
