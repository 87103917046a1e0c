package org.kith.logicmodel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of the report.
 *
 * @param unit what the number counts: {@code people}, {@code forms}, {@code GBP} …
 * @param breakDown event fields by which the number is also shown; each stands alone, they are not crossed
 * @param ofOrganisations counts organisations rather than people, so small numbers need no suppression
 * @param published false when one of its events is not published by any service yet: its status is "not yet recorded"
 */
public record Indicator(
        String id, List<String> rows, String says, String column, String strand, String unit, Measure measure,
        List<String> breakDown, boolean ofOrganisations, Target target, boolean published, @Nullable String place,
        @Nullable String assumption) implements Element {

    public Indicator {
        rows = List.copyOf(rows);
        breakDown = List.copyOf(breakDown);
    }

    /** What must be kept to answer it; the key of each series is unique within the model. */
    public List<Series> series() {
        return switch (measure) {
            case Measure.Ratio(var of, var per) -> List.of(new Series(id + ".of", of), new Series(id + ".per", per));
            case Measure.Difference(var of, var less) -> List.of(new Series(id + ".of", of), new Series(id + ".less", less));
            default -> List.of(new Series(id, measure));
        };
    }

    /**
     * The indicator's value from the values of its series, in their order.
     *
     * @return null where there is none: a ratio to nothing
     */
    public @Nullable BigDecimal value(List<BigDecimal> ofSeries) {
        return switch (measure) {
            case Measure.Ratio _ -> ofSeries.get(1).signum() == 0 ? null : ofSeries.get(0).divide(ofSeries.get(1), 2, RoundingMode.HALF_UP);
            case Measure.Difference _ -> ofSeries.get(0).subtract(ofSeries.get(1));
            case Measure.Milestone _ -> ofSeries.get(0).min(BigDecimal.ONE);
            default -> ofSeries.get(0);
        };
    }

    /** The events that it is made from, each once. */
    public List<String> events() {
        return measure.selections().stream().flatMap(selection -> selection.events().stream()).distinct().toList();
    }

    /** What is counted, in words: {@code distinct group of group.supported where …}. */
    public String definition() {
        return measure.definition();
    }

    /** One thing kept for an indicator. {@code measure} is never a ratio or a difference. */
    public record Series(String key, Measure measure) {}
}
