package org.kith.gateway.routing;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paths of one service.
 *
 * @param method null for any
 * @param segments literal, or {@code *} for any one
 * @param open whether further segments may follow
 */
record Route(String service, @Nullable String method, List<String> segments, boolean open) {

    /** The most exact first: more literal segments, then closed before open, then of one method before of any. */
    static final Comparator<Route> MOST_EXACT_FIRST = Comparator.<Route>comparingLong(
            route -> -route.segments().stream().filter(segment -> !segment.equals("*")).count())
            .thenComparing(Route::open)
            .thenComparing(route -> route.method() == null);

    /** @param pattern {@code [METHOD ]/path} */
    static Route parse(String service, String pattern) {
        String[] parts = pattern.strip().split(" ", 2);
        String path = parts[parts.length - 1];
        if (!path.startsWith("/")) throw new IllegalArgumentException("a route is [METHOD ]/path, not " + pattern);
        boolean open = path.endsWith("/**");
        return new Route(service, parts.length == 2 ? parts[0] : null, split(open ? path.substring(0, path.length() - 3) : path), open);
    }

    /** What it has in common with the routes of other methods to the same paths. */
    record Pattern(List<String> segments, boolean open) {}

    Pattern pattern() {
        return new Pattern(segments, open);
    }

    boolean takes(String requestMethod) {
        return method == null || method.equals(requestMethod) || (method.equals("GET") && requestMethod.equals("HEAD"));
    }

    boolean fits(List<String> path) {
        if (open ? path.size() < segments.size() : path.size() != segments.size()) return false;
        for (int i = 0; i < segments.size(); i++) if (!segments.get(i).equals("*") && !segments.get(i).equals(path.get(i))) return false;
        return true;
    }

    static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
