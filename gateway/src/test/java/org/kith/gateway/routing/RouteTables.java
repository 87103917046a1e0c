package org.kith.gateway.routing;

import java.util.List;
import java.util.Map;

/** Routes for tests of other packages. */
public final class RouteTables {
    private RouteTables() {}

    public static Routes of(Map<String, List<String>> byService) {
        return new Routes(byService, List.of());
    }
}
