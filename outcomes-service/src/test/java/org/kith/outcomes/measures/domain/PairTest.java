package org.kith.outcomes.measures.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairTest {
    private static final Instant MAY = Instant.parse("2026-05-01T09:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T09:00:00Z");

    @Test
    void compares_the_last_follow_up_with_the_last_baseline_before_it() {
        var early = score("a", Occasion.BASELINE, 20, MAY);
        var baseline = score("b", Occasion.BASELINE, 21, JUNE);
        var first = score("c", Occasion.FOLLOW_UP, 24, JUNE.plusSeconds(1));
        var followUp = score("d", Occasion.FOLLOW_UP, 27, JULY);
        var nextBaseline = score("e", Occasion.BASELINE, 18, JULY.plusSeconds(1));

        var pair = Pair.of(List.of(followUp, nextBaseline, early, first, baseline));

        assertThat(pair).isEqualTo(new Pair(baseline, followUp));
        assertThat(pair.change()).isEqualByComparingTo(new BigDecimal("4.86"));
    }

    @Test
    void half_a_pair_has_no_change() {
        assertThat(Pair.of(List.of(score("a", Occasion.BASELINE, 20, MAY))).change()).isNull();
        assertThat(Pair.of(List.of(score("a", Occasion.FOLLOW_UP, 20, MAY))).change()).isNull();
    }

    @Test
    void without_metric_scores_the_raw_ones_are_compared() {
        var pair = Pair.of(List.of(
                new Score("a", Occasion.BASELINE, 40, null, MAY), new Score("b", Occasion.FOLLOW_UP, 35, null, JUNE)));
        assertThat(pair.change()).isEqualByComparingTo(BigDecimal.valueOf(-5));
    }

    private static Score score(String id, Occasion occasion, int raw, Instant at) {
        return new Score(id, occasion, raw, Swemwbs.metric(raw), at);
    }
}
