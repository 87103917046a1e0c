package org.kith.logicmodel.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.Measure.PairedChange.Statistic;
import org.kith.logicmodel.Selection;
import org.kith.logicmodel.folding.Amount.Sample;
import org.kith.logicmodel.periods.Period;

class SamplesTest {
    private static final Period Q2 = Period.parse("2026-Q2", MonthDay.of(4, 1));
    private static final Selection ANYTHING = new Selection(List.of("measure.taken"), null, _ -> true, null, null);
    private static final Measure STANDING = new Measure.Standing(ANYTHING, ANYTHING, "post", null);
    private static final int NORTH = 1;
    private static final int SOUTH = 2;

    @Test
    void a_follow_up_in_the_period_is_set_against_the_last_baseline_before_it_however_old() {
        assertThat(meanChange(score("baseline", "2020-01-01", 10), score("baseline", "2026-03-01", 20), score("follow-up", "2026-05-01", 23)))
                .isEqualTo(new SampleValue(new BigDecimal("3.00"), 1));
    }

    @Test
    void the_last_follow_up_of_the_period_counts() {
        assertThat(meanChange(score("baseline", "2026-03-01", 20), score("follow-up", "2026-04-01", 30), score("follow-up", "2026-06-30", 22)).value())
                .isEqualByComparingTo("2");
    }

    @Test
    void a_follow_up_outside_the_period_or_without_a_baseline_says_nothing() {
        assertThat(meanChange(score("baseline", "2026-03-01", 20), score("follow-up", "2026-07-01", 30))).isEqualTo(new SampleValue(null, 0));
        assertThat(meanChange(score("follow-up", "2026-05-01", 30), score("baseline", "2026-06-01", 20))).isEqualTo(new SampleValue(null, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_arrival_never_matters(long seed) {
        var samples = new ArrayList<DatedSample>();
        var random = new Random(seed);
        for (int i = 0; i < 200; i++)
            samples.add(new DatedSample(
                    new Sample("s" + random.nextInt(20), "swemwbs", random.nextBoolean() ? "baseline" : "follow-up", BigDecimal.valueOf(random.nextInt(7, 36))),
                    LocalDate.of(2026, 3, 1).plusDays(random.nextInt(100)), day("2026-05-01"), Set.of()));
        var once = Samples.evaluate(paired(Statistic.MEAN_CHANGE), samples, Q2, _ -> true);
        Collections.shuffle(samples, random);

        assertThat(Samples.evaluate(paired(Statistic.MEAN_CHANGE), samples, Q2, _ -> true)).isEqualTo(once);
    }

    @Test
    void a_post_that_was_vacated_does_not_stand_unless_it_was_filled_again() {
        assertThat(standing(post("opened", "2025-01-01", NORTH), post("closed", "2026-05-01", NORTH))).isEqualByComparingTo("0");
        assertThat(standing(post("opened", "2025-01-01", NORTH), post("closed", "2026-05-01", NORTH), post("opened", "2026-06-01", NORTH))).isEqualByComparingTo("1");
        assertThat(standing(post("opened", "2025-01-01", NORTH), post("closed", "2026-07-01", NORTH))).isEqualByComparingTo("1");
    }

    @Test
    void what_moved_stands_where_it_went_alone() {
        var moved = List.of(post("opened", "2025-01-01", NORTH), post("opened", "2026-05-01", SOUTH));

        assertThat(Samples.evaluate(STANDING, moved, Q2, sample -> sample.cells().contains(NORTH)).value()).isEqualByComparingTo("0");
        assertThat(Samples.evaluate(STANDING, moved, Q2, sample -> sample.cells().contains(SOUTH)).value()).isEqualByComparingTo("1");
    }

    @Test
    void a_median_lies_in_the_middle() {
        var median = new Measure.Median(ANYTHING, "minutes");

        assertThat(Samples.evaluate(median, values(10, 60, 20), Q2, _ -> true)).isEqualTo(new SampleValue(new BigDecimal("20.00"), 3));
        assertThat(Samples.evaluate(median, values(10, 60, 20, 25), Q2, _ -> true).value()).isEqualByComparingTo("22.5");
        assertThat(Samples.evaluate(median, List.of(), Q2, _ -> true)).isEqualTo(new SampleValue(null, 0));
    }

    private static SampleValue meanChange(DatedSample... samples) {
        return Samples.evaluate(paired(Statistic.MEAN_CHANGE), List.of(samples), Q2, _ -> true);
    }

    private static BigDecimal standing(DatedSample... samples) {
        return Samples.evaluate(STANDING, List.of(samples), Q2, _ -> true).value();
    }

    private static Measure paired(Statistic statistic) {
        return new Measure.PairedChange(ANYTHING, List.of("swemwbs"), "baseline", "follow-up", "subject", "raw", statistic);
    }

    private static List<DatedSample> values(int... values) {
        var samples = new ArrayList<DatedSample>();
        for (int value : values)
            samples.add(new DatedSample(new Sample("e" + samples.size(), "", "", BigDecimal.valueOf(value)), LocalDate.of(2026, 5, 1), day("2026-05-01"), Set.of()));
        return samples;
    }

    private static DatedSample score(String occasion, String on, int value) {
        return new DatedSample(new Sample("p1", "swemwbs", occasion, BigDecimal.valueOf(value)), LocalDate.parse(on), day(on), Set.of());
    }

    private static DatedSample post(String occasion, String on, int cell) {
        return new DatedSample(new Sample("post", "", occasion, BigDecimal.ONE), LocalDate.parse(on), day(on), Set.of(cell));
    }

    private static java.time.Instant day(String on) {
        return LocalDate.parse(on).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
