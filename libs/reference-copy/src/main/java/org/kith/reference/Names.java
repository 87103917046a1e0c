package org.kith.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What groups and organisations call themselves. There may be very many, so they are kept in parts: to know one more copies one part, not all.
 *
 * @param parts by the hash of the id
 */
public record Names(Map<Integer, Map<String, String>> parts) {
    static final Names NONE = new Names(Map.of());
    private static final int PARTS = 512;

    Optional<String> of(String id) {
        return Optional.ofNullable(parts.getOrDefault(part(id), Map.of()).get(id));
    }

    Names with(String id, String name) {
        var part = new HashMap<>(parts.getOrDefault(part(id), Map.of()));
        part.put(id, name);
        var all = new HashMap<>(parts);
        all.put(part(id), part);
        return new Names(all);
    }

    private static int part(String id) {
        return Math.floorMod(id.hashCode(), PARTS);
    }
}
