package org.kith.reporting.projecting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.kith.logicmodel.Fact;

/** What an event adds to each projection of its programmes. Pure. */
public final class Folding {
    private Folding() {}

    public static List<Addition> additions(Fact fact, Instant knownAt, Collection<ActiveProjection> projections) {
        return projections.stream()
                .filter(active -> fact.programmes().contains(active.model().programme()))
                .flatMap(active -> active.projection().contributions(fact).stream().map(contribution -> Addition.of(active, fact, knownAt, contribution)))
                .toList();
    }
}
