package org.kith.logicmodel.folding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.folding.Amount.Sample;
import org.kith.logicmodel.periods.Period;

/**
 * A model's numbers counted in the plainest way, in memory, from contributions that are all kept. Every other way of
 * counting must come to the same: the models' cases are checked with it, and so can be what a database adds up.
 */
public final class Tally {
    private record Entry(Contribution contribution, Fact fact) {}

    private final LogicModel model;
    private final Projection projection;
    private final Set<Object> counted = new LinkedHashSet<>();
    private final Map<String, List<Entry>> series = new LinkedHashMap<>();

    private Tally(LogicModel model) {
        this.model = model;
        this.projection = Projection.of(model);
    }

    public static Tally of(LogicModel model) {
        return new Tally(model);
    }

    /** Counts the event, once by its id. */
    public void add(Fact fact) {
        if (!counted.add(fact.id())) return;
        for (var contribution : projection.contributions(fact))
            series.computeIfAbsent(contribution.series(), _ -> new ArrayList<>()).add(new Entry(contribution, fact));
    }

    /**
     * @param area one area's code, or null for the whole programme
     * @return null where there is no value, such as a mean of nothing
     */
    public @Nullable BigDecimal value(String indicator, Period period, @Nullable String area) {
        return value(indicator, period, contribution -> area == null || area.equals(contribution.area()));
    }

    /** The values of one break-down. */
    public Map<String, @Nullable BigDecimal> breakDown(String indicator, String field, Period period, @Nullable String area) {
        var values = new LinkedHashMap<String, @Nullable BigDecimal>();
        for (var part : indicator(indicator).series())
            for (var entry : series.getOrDefault(part.key(), List.of()))
                for (var value : entry.contribution().breakdown().getOrDefault(field, List.of()))
                    values.computeIfAbsent(value, _ -> value(indicator, period,
                            contribution -> (area == null || area.equals(contribution.area())) && contribution.breakdown().getOrDefault(field, List.of()).contains(value)));
        return values;
    }

    private @Nullable BigDecimal value(String id, Period period, Predicate<Contribution> within) {
        var indicator = indicator(id);
        var values = new ArrayList<BigDecimal>();
        for (var part : indicator.series()) {
            var value = value(part, period, within);
            if (value == null) return null;
            values.add(value);
        }
        return indicator.value(values);
    }

    private @Nullable BigDecimal value(Indicator.Series part, Period period, Predicate<Contribution> within) {
        var entries = series.getOrDefault(part.key(), List.of());
        return switch (part.measure()) {
            case Measure.PairedChange _,Measure.Median _,Measure.Latest _,Measure.Standing _ -> sampled(part.measure(), entries, period, within);
            default -> {
                boolean sinceEver = part.measure() instanceof Measure.Milestone;
                yield added(entries.stream().filter(entry -> within.test(entry.contribution()) && inPeriod(part, entry, period, sinceEver)).toList());
            }
        };
    }

    private static boolean inPeriod(Indicator.Series part, Entry entry, Period period, boolean sinceEver) {
        var contribution = entry.contribution();
        var condition = part.measure().selections().getFirst().periodCondition();
        if (condition != null && (contribution.periodDate() == null || !condition.holds(contribution.periodDate(), period))) return false;
        return sinceEver ? !contribution.day().isAfter(period.end()) : period.contains(contribution.day());
    }

    private static BigDecimal added(List<Entry> entries) {
        var members = new LinkedHashSet<String>();
        var total = BigDecimal.ZERO;
        for (var entry : entries)
            switch (entry.contribution().amount()) {
            case Amount.Counted(var number) -> total = total.add(BigDecimal.valueOf(number));
            case Amount.Summed(var value) -> total = total.add(value);
            case Amount.Member(var subject) -> members.add(subject);
            case Sample _ -> throw new IllegalStateException("a sample is not added up");
            }
        return total.add(BigDecimal.valueOf(members.size()));
    }

    private static @Nullable BigDecimal sampled(Measure measure, List<Entry> entries, Period period, Predicate<Contribution> within) {
        var samples = new ArrayList<DatedSample>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            samples.add(new DatedSample((Sample) entry.contribution().amount(), entry.contribution().day(), entry.fact().occurredAt(), Set.of(i)));
        }
        return Samples.evaluate(measure, samples, period, sample -> within.test(entries.get(sample.cells().iterator().next()).contribution())).value();
    }

    private Indicator indicator(String id) {
        return model.indicator(id).orElseThrow(() -> new IllegalArgumentException(model.programme() + " has no indicator " + id));
    }
}
