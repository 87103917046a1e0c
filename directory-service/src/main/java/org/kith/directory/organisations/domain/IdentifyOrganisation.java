package org.kith.directory.organisations.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param delivers kinds of activity, coded; {@code provider} code of the organisation whose worker found it */
public record IdentifyOrganisation(
        String organisation, String programme, String area, String name, String kind, List<String> delivers,
        @Nullable String provider, Instant at) {
    public IdentifyOrganisation {
        delivers = List.copyOf(delivers);
    }
}
