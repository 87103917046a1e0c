package org.kith.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A post of a programme, who held it when, when they were away, and how many people it is there for. */
public record Post(String id, String programme, String role, List<Holding> holdings, List<Absence> absences, Capacity capacity) {

    /** @param until the last day, or null while it lasts; {@code areas} that the post covered meanwhile */
    public record Holding(String worker, int fteHundredths, Set<String> areas, LocalDate from, @Nullable LocalDate until) {
        boolean covers(String area, LocalDate on) {
            return areas.contains(area) && !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
    }

    /** @param until the last day away, or null while that is not known */
    public record Absence(String worker, LocalDate from, @Nullable LocalDate until) {
        boolean is(LocalDate on) {
            return !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
    }

    public Post {
        holdings = List.copyOf(holdings);
        absences = List.copyOf(absences);
    }

    public boolean isAway(String worker, LocalDate on) {
        return absences.stream().anyMatch(absence -> absence.worker().equals(worker) && absence.is(on));
    }

    /** The latest holder whose time in the post covers that area on that day. */
    public Optional<Holding> holderCovering(String area, LocalDate on) {
        return holdings.reversed().stream().filter(holding -> holding.covers(area, on)).findFirst();
    }

    /** The same holder told again, with other hours or areas, holds the post as before until the day on which that is so. */
    Post filled(Holding holding) {
        var all = new ArrayList<>(vacated(holding.worker(), holding.from().minusDays(1)).holdings());
        all.add(holding);
        return new Post(id, programme, role, all, absences, capacity);
    }

    Post vacated(String worker, LocalDate until) {
        return new Post(id, programme, role, holdings.stream()
                .map(h -> h.worker().equals(worker) && h.until() == null
                        ? new Holding(h.worker(), h.fteHundredths(), h.areas(), h.from(), until)
                        : h)
                .toList(), absences, capacity);
    }

    Post with(Capacity other) {
        return new Post(id, programme, role, holdings, absences, other);
    }

    /** Whoever is told to be away again is away as was told last. */
    Post absent(Absence absence) {
        var all = new ArrayList<>(returned(absence.worker(), absence.from()).absences());
        all.add(absence);
        return new Post(id, programme, role, holdings, all, capacity);
    }

    /** @param on the first day back */
    Post returned(String worker, LocalDate on) {
        var all = new ArrayList<Absence>();
        for (var absence : absences)
            if (!absence.worker().equals(worker) || absence.until() != null && absence.until().isBefore(on)) all.add(absence);
            else if (absence.from().isBefore(on)) all.add(new Absence(worker, absence.from(), on.minusDays(1)));
        return new Post(id, programme, role, holdings, all, capacity);
    }
}
