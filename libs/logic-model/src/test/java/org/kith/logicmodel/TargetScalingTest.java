package org.kith.logicmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.logicmodel.ScaledTarget.NoneSet;
import org.kith.logicmodel.ScaledTarget.NotScalable;
import org.kith.logicmodel.ScaledTarget.Scaled;
import org.kith.logicmodel.periods.Period;

class TargetScalingTest {
    private static final Selection ANYTHING = new Selection(List.of("contact.held"), null, _ -> true, null, null);
    private static final Measure COUNT = new Measure.Count(ANYTHING);
    private static final TargetScaling THREE_AREAS = new TargetScaling(3, Map.of("lot", 12));

    @Test
    void a_yearly_target_of_each_area_is_added_up_over_the_areas() {
        var target = level(100, 12, "area");

        assertThat(scaled(target, COUNT, "2025/26", null)).isEqualTo(exactly(300));
        assertThat(scaled(target, COUNT, "2025/26", "CP4")).isEqualTo(exactly(100));
        assertThat(scaled(target, COUNT, "2023-04-01..2025-03-31", "CP4")).isEqualTo(exactly(200));
    }

    @Test
    void any_twelve_months_are_a_year() {
        assertThat(scaled(level(100, 12, "area"), COUNT, "2025-09-15..2026-09-14", "CP4")).isEqualTo(exactly(100));
    }

    @Test
    void a_part_of_a_yearly_target_was_never_agreed() {
        assertThat(scaled(level(100, 12, "area"), COUNT, "2025-Q2", null))
                .isEqualTo(new NotScalable("the target is for a year, and the asked period is not made of whole ones"));
        assertThat(scaled(level(100, 12, "area"), COUNT, "2025-04-01..2026-03-30", null)).isInstanceOf(NotScalable.class);
    }

    @Test
    void a_monthly_target_is_multiplied_by_the_months() {
        assertThat(scaled(level(70, 1), COUNT, "2025-Q2", null)).isEqualTo(exactly(210));
        assertThat(scaled(level(70, 1), COUNT, "2025/26", null)).isEqualTo(exactly(840));
    }

    @Test
    void both_ends_of_a_range_are_scaled() {
        var range = new Target.Level(BigDecimal.TEN, new BigDecimal(15), Set.of("area"), 12, false, false, null);

        assertThat(scaled(range, COUNT, "2025/26", null)).isEqualTo(new Scaled(new BigDecimal(30), new BigDecimal(45)));
    }

    @Test
    void a_target_of_each_lot_is_multiplied_by_the_lots_and_has_no_share_of_an_area() {
        assertThat(scaled(level(100, 12, "lot"), COUNT, "2025/26", null)).isEqualTo(exactly(1200));
        assertThat(scaled(level(100, 12, "lot"), COUNT, "2025/26", "fens")).isEqualTo(new NotScalable("the target is not set for each area"));
    }

    @Test
    void a_target_of_each_worker_stays_what_it_is_where_nobody_says_how_many_work() {
        assertThat(scaled(level(70, 1, "worker"), COUNT, "2025-04", null))
                .isEqualTo(new NotScalable("the target is for each worker, and how many there are is not stated"));
    }

    @Test
    void a_target_without_a_length_of_time_is_for_no_period() {
        assertThat(scaled(level(600, null), COUNT, "2025/26", null))
                .isEqualTo(new NotScalable("the document does not say for which length of time"));
    }

    @Test
    void what_stands_is_multiplied_by_areas_and_not_by_time() {
        var standing = new Measure.Standing(ANYTHING, null, "post", null);

        assertThat(scaled(level(4, null, "area"), standing, "2025-04", null)).isEqualTo(exactly(12));
        assertThat(scaled(level(4, null, "area"), standing, "2025-04", "CP4")).isEqualTo(exactly(4));
    }

    @Test
    void an_average_is_the_same_for_any_period_and_area() {
        var ratio = new Measure.Ratio(COUNT, new Measure.Distinct(ANYTHING, "person"));

        assertThat(scaled(level(5, null), ratio, "2025-04", "fens")).isEqualTo(exactly(5));
    }

    @Test
    void where_none_is_set_there_is_none() {
        assertThat(scaled(new Target.NoneSet(), COUNT, "2025", null)).isEqualTo(new NoneSet());
    }

    private static ScaledTarget scaled(Target target, Measure measure, String period, @Nullable String area) {
        var indicator = new Indicator("i", List.of(), "says", "outputs", "main", "forms", measure, List.of(), true, target, true, null, null);
        return THREE_AREAS.scale(indicator, Period.parse(period, MonthDay.of(4, 1)), area);
    }

    private static Target level(int value, @Nullable Integer months, String... per) {
        return new Target.Level(BigDecimal.valueOf(value), null, Set.of(per), months, false, false, null);
    }

    private static ScaledTarget exactly(int value) {
        return new Scaled(BigDecimal.valueOf(value), null);
    }
}
