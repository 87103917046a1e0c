package org.kith.reporting.reports;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.suppression.Suppression;
import org.kith.reporting.reports.Measured.Value;

/** One indicator's numbers as this caller sees them: its total, its areas and its break-downs. */
record Shown(Cell total, Map<String, Cell> areas, Map<String, Map<String, Cell>> breakDown) {

    /** @param hidden whether there is a value that this caller may not see */
    record Cell(@Nullable BigDecimal value, boolean hidden) {
        static final Cell HIDDEN = new Cell(null, true);
    }

    static Shown exactly(Indicator indicator, List<Integer> series, Measured numbers, List<String> areas) {
        return parts(indicator, series, numbers, areas, ofSeries -> new Cell(value(indicator, ofSeries), false));
    }

    /** As an outsider sees them: of people, small numbers are hidden and others rounded, also where a total would give one away. */
    static Shown roundedOff(Indicator indicator, List<Integer> series, Measured numbers, List<String> areas) {
        if (indicator.ofOrganisations() || indicator.measure() instanceof Measure.Milestone) return exactly(indicator, series, numbers, areas);
        if (!isHeadcount(indicator.measure())) return parts(indicator, series, numbers, areas, ofSeries -> notOfFew(indicator, ofSeries));
        return table(exactly(indicator, series, numbers, areas));
    }

    private interface Showing {
        Cell show(List<Value> ofSeries);
    }

    private static Shown parts(Indicator indicator, List<Integer> series, Measured numbers, List<String> areas, Showing showing) {
        var byArea = new LinkedHashMap<String, Cell>();
        for (var area : areas) byArea.put(area, showing.show(values(series, numbers, CellRef.of(area))));
        var byField = new LinkedHashMap<String, Map<String, Cell>>();
        for (var field : indicator.breakDown()) {
            var byValue = new LinkedHashMap<String, Cell>();
            var names = new LinkedHashSet<String>();
            series.forEach(number -> names.addAll(numbers.breakDown(number, field).keySet()));
            for (var name : names) byValue.put(name, showing.show(values(series, numbers, new CellRef(null, field, name))));
            byField.put(field, byValue);
        }
        return new Shown(showing.show(values(series, numbers, CellRef.TOTAL)), byArea, byField);
    }

    private static List<Value> values(List<Integer> series, Measured numbers, CellRef part) {
        return series.stream().map(number -> numbers.of(number, part)).toList();
    }

    private static @Nullable BigDecimal value(Indicator indicator, List<Value> ofSeries) {
        if (!indicator.published() || ofSeries.stream().anyMatch(value -> value.value() == null)) return null;
        var value = indicator.value(ofSeries.stream().map(Value::value).toList());
        if (value == null) return null;
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static Cell notOfFew(Indicator indicator, List<Value> ofSeries) {
        return ofSeries.stream().anyMatch(value -> Suppression.isSmall(value.subjects())) ? Cell.HIDDEN : new Cell(value(indicator, ofSeries), false);
    }

    private static boolean isHeadcount(Measure measure) {
        return switch (measure) {
            case Measure.Count _,Measure.Distinct _,Measure.Narrative _ -> true;
            case Measure.PairedChange change -> change.statistic() != Measure.PairedChange.Statistic.MEAN_CHANGE;
            case Measure.Standing standing -> standing.sum() == null;
            default -> false;
        };
    }

    private static Shown table(Shown exact) {
        if (exact.total().value() == null) return exact;
        long total = exact.total().value().longValue();
        var areas = Suppression.show(total, counts(exact.areas()));
        boolean hidden = areas.total().suppressed();
        var byField = new LinkedHashMap<String, Map<String, Cell>>();
        for (var field : exact.breakDown().entrySet()) {
            var shown = Suppression.show(total, counts(field.getValue()));
            hidden |= shown.total().suppressed();
            byField.put(field.getKey(), cells(shown.parts()));
        }
        return new Shown(hidden ? Cell.HIDDEN : cell(areas.total()), cells(areas.parts()), byField);
    }

    private static Map<String, Long> counts(Map<String, Cell> cells) {
        var counts = new LinkedHashMap<String, Long>();
        cells.forEach((name, cell) -> counts.put(name, cell.value() == null ? 0 : cell.value().longValue()));
        return counts;
    }

    private static Map<String, Cell> cells(Map<String, Suppression.Shown> shown) {
        var cells = new LinkedHashMap<String, Cell>();
        shown.forEach((name, value) -> cells.put(name, cell(value)));
        return cells;
    }

    private static Cell cell(Suppression.Shown shown) {
        return shown.suppressed() ? Cell.HIDDEN : new Cell(new BigDecimal(shown.text()), false);
    }
}
