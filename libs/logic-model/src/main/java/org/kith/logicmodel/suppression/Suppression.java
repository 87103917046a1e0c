package org.kith.logicmodel.suppression;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Statistical disclosure control for counts of people. It protects one answer at a time: who may ask for many
 * overlapping periods is a matter of access, not of rounding.
 */
public final class Suppression {
    private static final long SMALL = 7;
    private static final long ROUNDING = 5;
    private static final long SPREAD = ROUNDING / 2;
    /** So many different values must remain possible for each hidden number. */
    private static final long POSSIBLE = 3;

    private Suppression() {}

    /**
     * A number as an outsider sees it.
     *
     * @param text {@code *}, or a multiple of five
     */
    public record Shown(String text, boolean suppressed) {
        static final Shown HIDDEN = new Shown("*", true);
    }

    /** A total and the parts that add up to it, as an outsider sees them; parts in the order they were given. */
    public record ShownTable(Shown total, Map<String, Shown> parts) {}

    /** One number on its own. @throws IllegalArgumentException if it is negative */
    public static Shown show(long count) {
        if (count < 0) throw new IllegalArgumentException("a count cannot be negative: " + count);
        return isSmall(count) ? Shown.HIDDEN : new Shown(Long.toString(rounded(count)), false);
    }

    /** Whether a mean, a median or the like rests on too few people to be shown. */
    public static boolean isSmall(long subjects) {
        return subjects > 0 && subjects <= SMALL;
    }

    /**
     * A total with its parts (areas, or the values of one break-down).
     *
     * @param total the true total
     * @param parts true counts; they may add up to more than the total where one person is in several, and to less
     *     where some are in none
     * @throws IllegalArgumentException if a number is negative
     */
    public static ShownTable show(long total, Map<String, Long> parts) {
        var hidden = new LinkedHashSet<String>();
        parts.forEach((name, count) -> {
            if (show(count).suppressed()) hidden.add(name);
        });
        var totalShown = show(total);
        while (!totalShown.suppressed() && givesAway(total, parts, hidden)) {
            var next = parts.entrySet().stream()
                    .filter(part -> part.getValue() > 0 && !hidden.contains(part.getKey()))
                    .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
            if (next.isPresent()) hidden.add(next.get().getKey());
            else totalShown = Shown.HIDDEN;
        }
        var shown = new LinkedHashMap<String, Shown>();
        parts.forEach((name, count) -> shown.put(name, hidden.contains(name) ? Shown.HIDDEN : show(count)));
        return new ShownTable(totalShown, shown);
    }

    /**
     * What a reader can work out: the shown total less the shown parts bounds what the hidden ones add up to, and each
     * of them is at least 1. One alone is as good as told; several need room.
     */
    private static boolean givesAway(long total, Map<String, Long> parts, Set<String> hidden) {
        if (hidden.isEmpty()) return false;
        if (hidden.size() == 1) return true;
        long most = highest(total);
        for (var part : parts.entrySet())
            if (!hidden.contains(part.getKey())) most -= lowest(part.getValue());
        return most - (hidden.size() - 1) < POSSIBLE;
    }

    private static long rounded(long count) {
        return (count + SPREAD) / ROUNDING * ROUNDING;
    }

    private static long highest(long count) {
        return count == 0 ? 0 : rounded(count) + SPREAD;
    }

    private static long lowest(long count) {
        return count == 0 ? 0 : Math.max(SMALL + 1, rounded(count) - SPREAD);
    }
}
