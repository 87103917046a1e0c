package org.kith.logicmodel.folding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Measure.PairedChange;
import org.kith.logicmodel.periods.Period;

/**
 * Change of the same subject on the same scale: the last follow-up within the period, against the last baseline before
 * it, however old. A follow-up without a baseline says nothing and is left out.
 */
final class PairedChanges {
    private PairedChanges() {}

    private record OnScale(String subject, String scale) {}

    private record Pair(String subject, BigDecimal change) {}

    /** @param inTime all samples up to the period's end, in the order of time */
    static SampleValue evaluate(PairedChange measure, List<DatedSample> inTime, Period period, Predicate<DatedSample> within) {
        var pairs = inTime.stream()
                .collect(Collectors.groupingBy(dated -> new OnScale(dated.sample().subject(), dated.sample().scale())))
                .entrySet().stream()
                .map(entry -> pair(entry.getKey().subject(), measure, entry.getValue(), period, within))
                .filter(Objects::nonNull)
                .toList();
        long subjects = pairs.stream().map(Pair::subject).distinct().count();
        return switch (measure.statistic()) {
            case PAIRS -> new SampleValue(BigDecimal.valueOf(subjects), subjects);
            case IMPROVED -> new SampleValue(BigDecimal.valueOf(pairs.stream().filter(pair -> pair.change().signum() > 0).count()), subjects);
            case MEAN_CHANGE -> new SampleValue(
                    pairs.isEmpty() ? null : Samples.mean(pairs.stream().map(Pair::change).reduce(BigDecimal.ZERO, BigDecimal::add), pairs.size()),
                    subjects);
        };
    }

    private static @Nullable Pair pair(String subject, PairedChange measure, List<DatedSample> inTime, Period period, Predicate<DatedSample> within) {
        DatedSample baseline = null;
        DatedSample followUp = null;
        Pair latest = null;
        for (var dated : inTime) {
            var sample = dated.sample();
            if (sample.occasion().equals(measure.from())) baseline = dated;
            else if (baseline != null && period.contains(dated.day())) {
                followUp = dated;
                latest = new Pair(subject, sample.value().subtract(baseline.sample().value()));
            }
        }
        return followUp != null && within.test(followUp) ? latest : null;
    }
}
