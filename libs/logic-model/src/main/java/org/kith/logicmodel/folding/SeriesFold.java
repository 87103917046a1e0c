package org.kith.logicmodel.folding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.Selection;

/** What one selection of events adds to one series. */
final class SeriesFold {
    static final String NOT_RECORDED = "not-recorded";

    private final Indicator indicator;
    private final String series;
    private final Selection selection;
    private final AmountRule rule;
    private final Set<String> areas;

    private SeriesFold(Indicator indicator, String series, Selection selection, AmountRule rule, Set<String> areas) {
        this.indicator = indicator;
        this.series = series;
        this.selection = selection;
        this.rule = rule;
        this.areas = areas;
    }

    static List<SeriesFold> of(Indicator indicator, Indicator.Series series, List<String> areas) {
        var known = Set.copyOf(areas);
        if (series.measure() instanceof Measure.Standing standing) {
            var opening = new SeriesFold(indicator, series.key(), standing.opened(), AmountRule.opened(standing), known);
            var closed = standing.closed();
            return closed == null
                    ? List.of(opening)
                    : List.of(opening, new SeriesFold(indicator, series.key(), closed, AmountRule.closed(standing), known));
        }
        var selection = series.measure().selections().getFirst();
        return List.of(new SeriesFold(indicator, series.key(), selection, AmountRule.of(series.measure()), known));
    }

    List<String> events() {
        return selection.events();
    }

    @Nullable
    Contribution apply(Fact fact) {
        if (!selection.matches().test(fact)) return null;
        var condition = selection.periodCondition();
        var periodDate = condition == null ? null : Fields.date(fact, condition.field());
        if (condition != null && periodDate == null) return null;
        var day = selection.on() == null ? fact.occurredOn() : Fields.date(fact, selection.on());
        if (day == null) return null;
        var amount = rule.amount(fact);
        if (amount == null) return null;
        var area = fact.area() != null && areas.contains(fact.area()) ? fact.area() : null;
        return new Contribution(indicator.id(), series, area, breakdown(fact), day, amount, periodDate);
    }

    private Map<String, List<String>> breakdown(Fact fact) {
        if (indicator.breakDown().isEmpty()) return Map.of();
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : indicator.breakDown()) {
            var recorded = Fields.texts(fact, field);
            values.put(field, recorded.isEmpty() ? List.of(NOT_RECORDED) : recorded);
        }
        return values;
    }
}
