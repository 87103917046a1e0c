package org.kith.reporting.reports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The numbers of each series, by part. */
final class Measured {

    /**
     * @param value null where there is nothing to take a mean or median of
     * @param subjects how many events, people or samples it rests on
     */
    record Value(@Nullable BigDecimal value, long subjects) {
        static final Value NOTHING = new Value(BigDecimal.ZERO, 0);
        static final Value NO_MEDIAN = new Value(null, 0);

        Value plus(Value other) {
            var sum = value == null ? other.value : other.value == null ? value : value.add(other.value);
            return new Value(sum, subjects + other.subjects);
        }
    }

    private final Set<Integer> medians;
    private final Map<Integer, Map<CellRef, Value>> bySeries = new HashMap<>();

    /** @param medians the series that have no value, rather than zero, where there is nothing */
    Measured(Set<Integer> medians) {
        this.medians = medians;
    }

    /** Adds to what is there. */
    void add(int series, CellRef part, Value value) {
        bySeries.computeIfAbsent(series, _ -> new HashMap<>()).merge(part, value, Value::plus);
    }

    Value of(int series, CellRef part) {
        return bySeries.getOrDefault(series, Map.of()).getOrDefault(part, medians.contains(series) ? Value.NO_MEDIAN : Value.NOTHING);
    }

    /** The values of one break-down of all areas asked for, by name; those that nothing rests on (any more) are left out. */
    Map<String, Value> breakDown(int series, String dimension) {
        var values = new TreeMap<String, Value>();
        bySeries.getOrDefault(series, Map.of()).forEach((part, value) -> {
            if (part.area() == null && part.dimension().equals(dimension) && value.subjects() > 0) values.put(part.value(), value);
        });
        return new LinkedHashMap<>(values);
    }
}
