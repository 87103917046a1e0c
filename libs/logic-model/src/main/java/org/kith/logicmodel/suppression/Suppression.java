package org.kith.logicmodel.suppression;

import java.util.Map;

/** Statistical disclosure control for counts of people. */
public final class Suppression {
    private Suppression() {}

    /**
     * A number as an outsider sees it.
     *
     * @param text {@code *}, or a multiple of five, or 0
     */
    public record Shown(String text, boolean suppressed) {}

    /** A total and the parts that add up to it, as an outsider sees them. */
    public record ShownTable(Shown total, Map<String, Shown> parts) {}

    /** One number on its own. @throws IllegalArgumentException if it is negative */
    public static Shown show(long count) {
        if (count < 0) throw new IllegalArgumentException("a count cannot be negative: " + count);
        if (count == 0) return new Shown("0", false);
        if (count <= 7) return new Shown("*", true);
        return new Shown(Long.toString((count + 2) / 5 * 5), false);
    }

    /**
     * A total with its parts (areas, or the values of one break-down).
     *
     * @param total the true total
     * @param parts true counts; they may add up to more than the total where one person is in several
     */
    public static ShownTable show(long total, Map<String, Long> parts) {
        throw new UnsupportedOperationException("tables are not shown yet");
    }
}
