package org.kith.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Median and range of a handful of measurements. */
public record Spread(double median, double least, double most) {
    public static Spread of(DoubleStream values) {
        var sorted = values.sorted().toArray();
        if (sorted.length == 0) throw new IllegalArgumentException("nothing was measured");
        var middle = sorted.length / 2;
        var median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%s – %s)", shown(median), shown(least), shown(most));
    }

    private static String shown(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
