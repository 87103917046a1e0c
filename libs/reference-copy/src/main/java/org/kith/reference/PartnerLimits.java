package org.kith.reference;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's system or a practice's door may do.
 *
 * @param name as which it sends: code of a system's organisation, {@code practice:CODE} for a practice
 * @param client of a system, at the identity provider
 * @param areas by programme; empty: all of the programme's
 * @param suspended whether it may do nothing of it at the moment
 */
public record PartnerLimits(String name, @Nullable String client, Map<String, Set<String>> areas, boolean suspended) {

    public boolean mayUse(String programme) {
        return areas.containsKey(programme);
    }

    public boolean mayUse(String programme, String area) {
        var some = areas.get(programme);
        return some != null && (some.isEmpty() || some.contains(area));
    }

    PartnerLimits suspended(boolean now) {
        return new PartnerLimits(name, client, areas, now);
    }
}
