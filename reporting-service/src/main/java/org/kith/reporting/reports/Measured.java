package org.kith.reporting.reports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Measure;
import org.kith.reporting.projecting.ActiveProjection;

/** The numbers of each series, by part. */
final class Measured {

    /**
     * @param value null where there is nothing to take a mean or median of
     * @param subjects how many events, people or samples it rests on
     */
    record Value(@Nullable BigDecimal value, long subjects) {
        static final Value NOTHING = new Value(BigDecimal.ZERO, 0);
        static final Value NONE = new Value(null, 0);

        Value plus(Value other) {
            var sum = value == null ? other.value : other.value == null ? value : value.add(other.value);
            return new Value(sum, subjects + other.subjects);
        }
    }

    private final Set<Integer> averages;
    private final Map<Integer, Map<CellRef, Value>> bySeries = new HashMap<>();

    /** @param averages the series that have no value, rather than zero, where there is nothing */
    private Measured(Set<Integer> averages) {
        this.averages = averages;
    }

    static Measured of(ActiveProjection projection) {
        var averages = new HashSet<Integer>();
        for (var indicator : projection.model().indicators())
            for (var series : indicator.series()) if (isAverage(series.measure())) averages.add(projection.number(series.key()));
        return new Measured(averages);
    }

    private static boolean isAverage(Measure measure) {
        return measure instanceof Measure.Median
                || (measure instanceof Measure.PairedChange change && change.statistic() == Measure.PairedChange.Statistic.MEAN_CHANGE);
    }

    /** Adds to what is there. */
    void add(int series, CellRef part, Value value) {
        bySeries.computeIfAbsent(series, _ -> new HashMap<>()).merge(part, value, Value::plus);
    }

    Value of(int series, CellRef part) {
        return bySeries.getOrDefault(series, Map.of()).getOrDefault(part, averages.contains(series) ? Value.NONE : Value.NOTHING);
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
