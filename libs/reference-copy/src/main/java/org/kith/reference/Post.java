package org.kith.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A post of a programme and who held it when. */
public record Post(String id, String programme, String role, List<Holding> holdings) {

    /** @param until the last day, or null while it lasts; {@code areas} that the post covered meanwhile */
    public record Holding(String worker, int fteHundredths, Set<String> areas, LocalDate from, @Nullable LocalDate until) {
        boolean covers(String area, LocalDate on) {
            return areas.contains(area) && !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
    }

    public Post {
        holdings = List.copyOf(holdings);
    }

    /** The latest holder whose time in the post covers that area on that day. */
    public Optional<Holding> holderCovering(String area, LocalDate on) {
        return holdings.reversed().stream().filter(holding -> holding.covers(area, on)).findFirst();
    }

    /** The same holder told again, with other hours or areas, holds the post as before until the day on which that is so. */
    Post filled(Holding holding) {
        var all = new ArrayList<>(vacated(holding.worker(), holding.from().minusDays(1)).holdings());
        all.add(holding);
        return new Post(id, programme, role, all);
    }

    Post vacated(String worker, LocalDate until) {
        return new Post(id, programme, role, holdings.stream()
                .map(h -> h.worker().equals(worker) && h.until() == null
                        ? new Holding(h.worker(), h.fteHundredths(), h.areas(), h.from(), until)
                        : h)
                .toList());
    }
}
