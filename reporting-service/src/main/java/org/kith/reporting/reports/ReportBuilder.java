package org.kith.reporting.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.ScaledTarget;
import org.kith.logicmodel.Target;
import org.kith.reporting.projecting.ActiveProjection;
import org.kith.reporting.reports.ReportReader.Standing;
import org.kith.reporting.reports.ReportView.AreaView;
import org.kith.reporting.reports.ReportView.DefinitionView;
import org.kith.reporting.reports.ReportView.IndicatorView;
import org.kith.reporting.reports.ReportView.ModelRef;
import org.kith.reporting.reports.ReportView.PeriodView;
import org.kith.reporting.reports.ReportView.TargetView;

/**
 * Numbers beside their targets, in the order of the document. Pure.
 *
 * @param rounded whether to show what an outsider may see
 */
record ReportBuilder(ActiveProjection projection, ReportQuestion question, boolean rounded) {

    ReportView build(Measured numbers, Standing standing) {
        var model = projection.model();
        return new ReportView(
                model.programme(), model.name(), new ModelRef(model.version(), model.hash()), period(), question.area(), question.asOf(), standing.through(),
                isFinal(question.asOf(), standing), standing.waiting(), rounded,
                model.indicators().stream().map(indicator -> indicator(model, indicator, numbers)).toList());
    }

    static boolean isFinal(@Nullable Instant asOf, Standing standing) {
        return asOf != null && standing.through() != null && !asOf.isAfter(standing.through());
    }

    private IndicatorView indicator(LogicModel model, Indicator indicator, Measured numbers) {
        var series = indicator.series().stream().map(one -> projection.number(one.key())).toList();
        var areas = question.area() == null && model.areas().size() > 1 ? model.areas() : List.<String>of();
        var shown = rounded ? Shown.roundedOff(indicator, series, numbers, areas) : Shown.exactly(indicator, series, numbers, areas);
        var target = model.targetFor(indicator, question.period(), question.area());
        var total = shown.total();
        return new IndicatorView(
                indicator.id(), indicator.rows(), indicator.says(), indicator.column(), indicator.strand(), total.value(), indicator.unit(),
                target(indicator.target(), target), period(), question.area(), Status.of(indicator, total.value(), target, total.hidden()),
                areas(model, indicator, shown.areas()), breakDown(shown.breakDown()), definition(model, indicator));
    }

    private Map<String, AreaView> areas(LogicModel model, Indicator indicator, Map<String, Shown.Cell> cells) {
        var areas = new LinkedHashMap<String, AreaView>();
        cells.forEach((area, cell) -> {
            var target = model.targetFor(indicator, question.period(), area);
            areas.put(area, new AreaView(cell.value(), target(indicator.target(), target), Status.of(indicator, cell.value(), target, cell.hidden())));
        });
        return areas;
    }

    private static Map<String, Map<String, @Nullable BigDecimal>> breakDown(Map<String, Map<String, Shown.Cell>> cells) {
        var breakDown = new LinkedHashMap<String, Map<String, @Nullable BigDecimal>>();
        cells.forEach((field, byValue) -> {
            var values = new LinkedHashMap<String, @Nullable BigDecimal>();
            byValue.forEach((value, cell) -> values.put(value, cell.value()));
            breakDown.put(field, values);
        });
        return breakDown;
    }

    private static @Nullable TargetView target(Target stated, ScaledTarget scaled) {
        if (!(stated instanceof Target.Level level)) return null;
        var words = level.inWords();
        return switch (scaled) {
            case ScaledTarget.NoneSet() -> null;
            case ScaledTarget.NotScalable(String reason) ->
                new TargetView(words, null, null, null, level.provisional(), level.illustrative(), reason, level.assumption());
            case ScaledTarget.Scaled(BigDecimal from, BigDecimal to) -> to == null
                    ? new TargetView(words, from, null, null, level.provisional(), level.illustrative(), null, level.assumption())
                    : new TargetView(words, null, from, to, level.provisional(), level.illustrative(), null, level.assumption());
        };
    }

    private static DefinitionView definition(LogicModel model, Indicator indicator) {
        var document = model.document();
        return new DefinitionView(
                indicator.definition(), indicator.events(), document.title() + ", " + document.dated(), indicator.place(), indicator.assumption());
    }

    private PeriodView period() {
        return new PeriodView(question.period().start(), question.period().end());
    }
}
