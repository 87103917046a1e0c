package org.kith.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A practice and, per programme, the clusters it was in: each from a day on until the next one. */
public record Practice(String code, @Nullable String name, Map<String, NavigableMap<LocalDate, String>> clusters) {

    /** The cluster of the programme that the practice was in on that day; empty before its first, or in another programme. */
    public Optional<String> clusterIn(String programme, LocalDate on) {
        var membership = clusters.get(programme);
        return membership == null
                ? Optional.empty()
                : Optional.ofNullable(membership.floorEntry(on)).map(Map.Entry::getValue);
    }

    Practice named(String newName) {
        return new Practice(code, newName, clusters);
    }

    Practice joined(String programme, String cluster, LocalDate from) {
        var all = new HashMap<>(clusters);
        var membership = new TreeMap<>(all.getOrDefault(programme, new TreeMap<>()));
        membership.put(from, cluster);
        all.put(programme, membership);
        return new Practice(code, name, all);
    }
}
