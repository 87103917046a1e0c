package org.kith.reporting.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.folding.Amount;
import org.kith.logicmodel.folding.Contribution;
import org.kith.logicmodel.folding.DatedSample;
import org.kith.logicmodel.folding.Samples;
import org.kith.logicmodel.periods.Period;
import org.kith.reporting.projecting.ActiveProjection;
import org.kith.reporting.reports.Measured.Value;
import org.kith.reporting.reports.ReportReader.Standing;
import org.kith.reporting.reports.ReportView.IndicatorView;

/** What a report must show, counted from the facts in the simplest way there is: all of them, from the beginning, each time. */
public final class Recount {
    private final ActiveProjection projection;
    private final Period period;
    private final Map<String, String> merged;
    private final Map<CellRef, Integer> cells = new HashMap<>();

    private Recount(ActiveProjection projection, Period period, Map<String, String> merged) {
        this.projection = projection;
        this.period = period;
        this.merged = merged;
    }

    private record Counted(Fact fact, Contribution contribution) {}

    /**
     * @param facts those that count: known, and not voided
     * @param merged of whom the references are that are not of their own
     */
    public static List<IndicatorView> of(LogicModel model, Collection<Fact> facts, Map<String, String> merged, Period period, @Nullable Instant asOf) {
        var recount = new Recount(ActiveProjection.of(0, model), period, merged);
        var question = new ReportQuestion(period, null, asOf);
        return new ReportBuilder(recount.projection, question, false).build(recount.measure(facts), new Standing(null, 0)).indicators();
    }

    private Measured measure(Collection<Fact> facts) {
        var bySeries = new HashMap<String, List<Counted>>();
        for (var fact : facts)
            for (var contribution : projection.projection().contributions(fact))
                bySeries.computeIfAbsent(contribution.series(), _ -> new ArrayList<>()).add(new Counted(fact, contribution));
        var into = Measured.of(projection);
        for (var indicator : projection.model().indicators())
            for (var series : indicator.series()) measure(series, bySeries.getOrDefault(series.key(), List.of()), into);
        return into;
    }

    private void measure(Indicator.Series series, List<Counted> all, Measured into) {
        var measure = series.measure();
        var condition = measure.selections().getFirst().periodCondition();
        var known = all.stream().filter(one -> condition == null || condition.holds(one.contribution().periodDate(), period)).toList();
        boolean samples = known.stream().anyMatch(one -> one.contribution().amount() instanceof Amount.Sample) || isSampled(measure);
        Set<CellRef> parts = new HashSet<>();
        parts.add(CellRef.TOTAL);
        known.forEach(one -> parts.addAll(parts(one.contribution())));
        for (var part : parts) {
            var value = samples ? sampled(measure, known, part) : counted(measure, known, part);
            into.add(projection.number(series.key()), part, value);
        }
    }

    private Value counted(Measure measure, List<Counted> known, CellRef part) {
        long number = 0;
        var total = BigDecimal.ZERO;
        var subjects = new HashSet<String>();
        for (var one : known) {
            var day = one.contribution().day();
            boolean inTime = measure instanceof Measure.Milestone ? !day.isAfter(period.end()) : period.contains(day);
            if (!inTime || !parts(one.contribution()).contains(part)) continue;
            switch (one.contribution().amount()) {
                case Amount.Counted(long times) -> number += times;
                case Amount.Summed(BigDecimal value) -> {
                    number++;
                    total = total.add(value);
                }
                case Amount.Member(String subject) -> subjects.add(merged.getOrDefault(subject, subject));
                case Amount.Sample _ -> throw new IllegalStateException("a sample among what is counted");
            }
        }
        if (measure instanceof Measure.Distinct) return new Value(BigDecimal.valueOf(subjects.size()), subjects.size());
        return new Value(measure instanceof Measure.Sum ? total : BigDecimal.valueOf(number), number);
    }

    private Value sampled(Measure measure, List<Counted> known, CellRef part) {
        var dated = known.stream().map(one -> new DatedSample(
                sample((Amount.Sample) one.contribution().amount()), one.contribution().day(), one.fact().occurredAt(), numbers(parts(one.contribution())))).toList();
        var value = Samples.evaluate(measure, dated, period, sample -> sample.cells().contains(number(part)));
        return new Value(value.value(), value.subjects());
    }

    private Amount.Sample sample(Amount.Sample told) {
        return new Amount.Sample(merged.getOrDefault(told.subject(), told.subject()), told.scale(), told.occasion(), told.value());
    }

    private static boolean isSampled(Measure measure) {
        return measure instanceof Measure.PairedChange || measure instanceof Measure.Median || measure instanceof Measure.Latest || measure instanceof Measure.Standing;
    }

    private Set<Integer> numbers(Set<CellRef> parts) {
        var numbers = new HashSet<Integer>();
        parts.forEach(part -> numbers.add(number(part)));
        return numbers;
    }

    private int number(CellRef part) {
        return cells.computeIfAbsent(part, _ -> cells.size());
    }

    private static Set<CellRef> parts(Contribution contribution) {
        var parts = new HashSet<CellRef>();
        var area = contribution.area() == null ? "" : contribution.area();
        parts.add(CellRef.TOTAL);
        parts.add(CellRef.of(area));
        contribution.breakdown().forEach((field, values) -> values.forEach(value -> {
            parts.add(new CellRef(area, field, value));
            parts.add(new CellRef(null, field, value));
        }));
        return parts;
    }
}
