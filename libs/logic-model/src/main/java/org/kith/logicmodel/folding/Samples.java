package org.kith.logicmodel.folding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.periods.Period;

/** How samples become the value of a paired change, a median, a latest or a standing number. */
public final class Samples {
    private static final int DECIMALS = 2;
    /** Two samples of one moment are told apart by what they say, so that the order of arrival never matters. */
    private static final Comparator<DatedSample> IN_TIME = Comparator.comparing(DatedSample::day)
            .thenComparing(DatedSample::occurredAt)
            .thenComparing(dated -> dated.sample().occasion())
            .thenComparing(dated -> dated.sample().value());

    private Samples() {}

    /**
     * The value for some of the samples, such as an area. All samples must be given nevertheless: what decides is where
     * the last sample of a subject is, so that a practice which moved to another area stands in that one alone.
     *
     * @param measure PairedChange, Median, Latest or Standing
     * @param samples every sample of the series up to the period's end, in any order: a baseline or an opening may be
     *     older than the period; later ones are ignored
     * @param within asked of the sample that decides: the follow-up, the last one of a subject
     * @throws IllegalArgumentException for a measure that keeps no samples
     */
    public static SampleValue evaluate(Measure measure, Collection<DatedSample> samples, Period period, Predicate<DatedSample> within) {
        var known = samples.stream().filter(dated -> !dated.day().isAfter(period.end())).sorted(IN_TIME).toList();
        return switch (measure) {
            case Measure.PairedChange change -> PairedChanges.evaluate(change, known, period, within);
            case Measure.Median _ -> median(inPeriod(known, period).stream().filter(within).map(dated -> dated.sample().value()).sorted().toList());
            case Measure.Latest _ -> total(latest(inPeriod(known, period)).stream().filter(within).toList());
            case Measure.Standing _ -> total(latest(known).stream().filter(Samples::isOpen).filter(within).toList());
            default -> throw new IllegalArgumentException("no samples are kept for " + measure.definition());
        };
    }

    private static List<DatedSample> inPeriod(List<DatedSample> samples, Period period) {
        return samples.stream().filter(dated -> period.contains(dated.day())).toList();
    }

    private static SampleValue median(List<BigDecimal> sorted) {
        int size = sorted.size();
        if (size == 0) return new SampleValue(null, 0);
        var lower = sorted.get((size - 1) / 2);
        var upper = sorted.get(size / 2);
        return new SampleValue(mean(lower.add(upper), 2), size);
    }

    private static Collection<DatedSample> latest(List<DatedSample> inTime) {
        return inTime.stream().collect(Collectors.toMap(dated -> dated.sample().subject(), dated -> dated, (_, later) -> later)).values();
    }

    private static boolean isOpen(DatedSample dated) {
        return dated.sample().occasion().equals(AmountRule.OPENED);
    }

    private static SampleValue total(List<DatedSample> samples) {
        return new SampleValue(samples.stream().map(dated -> dated.sample().value()).reduce(BigDecimal.ZERO, BigDecimal::add), samples.size());
    }

    static BigDecimal mean(BigDecimal total, long number) {
        return total.divide(BigDecimal.valueOf(number), DECIMALS, RoundingMode.HALF_UP);
    }
}
