package org.kith.reporting.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kith.reporting.projecting.CellKey;
import org.kith.reporting.reports.Measured.Value;

/** Medians from how often each number occurs, so that they cost as many rows as there are numbers and days, not events. */
final class Medians {
    private record Part(int series, CellRef cell) {}

    private final Map<Part, TreeMap<BigDecimal, Long>> occurrences = new HashMap<>();

    /** @param dimension, value of a cell that counts one number */
    void add(int series, String area, String dimension, String value, long times) {
        var part = new CellRef(area, CellKey.dimension(dimension), CellKey.value(value));
        add(new Part(series, part), CellKey.number(value), times);
        add(new Part(series, part.ofAllAreas()), CellKey.number(value), times);
    }

    private void add(Part part, BigDecimal number, long times) {
        occurrences.computeIfAbsent(part, _ -> new TreeMap<>()).merge(number, times, Long::sum);
    }

    void putInto(Measured measured) {
        occurrences.forEach((part, numbers) -> {
            long all = numbers.values().stream().mapToLong(Long::longValue).sum();
            if (all > 0) measured.add(part.series(), part.cell(), new Value(median(numbers, all), all));
        });
    }

    /** The middle one, or the mean of the two in the middle, to two decimals. */
    private static BigDecimal median(TreeMap<BigDecimal, Long> numbers, long all) {
        return at(numbers, (all - 1) / 2).add(at(numbers, all / 2)).divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal at(TreeMap<BigDecimal, Long> numbers, long index) {
        long passed = 0;
        for (var number : numbers.entrySet()) {
            passed += number.getValue();
            if (index < passed) return number.getKey();
        }
        throw new IllegalStateException("there are fewer numbers than were counted");
    }
}
