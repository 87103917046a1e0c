package org.kith.outcomes.measures.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The same subject on the same instrument, before and after: the last follow-up against the last baseline before it, as the
 * reports count it too. Where there is no such pair, what there is of it.
 */
public record Pair(@Nullable Score baseline, @Nullable Score followUp) {

    /** @param scores of one subject, programme and instrument, in any order */
    public static Pair of(List<Score> scores) {
        var byTime = Comparator.comparing(Score::takenAt).thenComparing(Score::measure);
        Optional<Score> followUp = scores.stream().filter(s -> s.occasion() == Occasion.FOLLOW_UP).max(byTime);
        Optional<Score> baseline = scores.stream()
                .filter(s -> s.occasion() == Occasion.BASELINE)
                .filter(s -> followUp.isEmpty() || !s.takenAt().isAfter(followUp.get().takenAt()))
                .max(byTime);
        return new Pair(baseline.orElse(null), followUp.orElse(null));
    }

    /** Of the metric scores where there are any, else of the raw ones; null without both measures. */
    public @Nullable BigDecimal change() {
        if (baseline == null || followUp == null) return null;
        var before = baseline.metric();
        var after = followUp.metric();
        return before == null || after == null ? BigDecimal.valueOf(followUp.raw() - baseline.raw()) : after.subtract(before);
    }
}
