package org.kith.logicmodel.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final MonthDay SEPTEMBER = MonthDay.of(9, 1);

    @ParameterizedTest(name = "{0} is {1} to {2}, {3} months")
    @CsvSource({
            "2025-04, 2025-04-01, 2025-04-30, 1",
            "2024-02, 2024-02-01, 2024-02-29, 1",
            "2025-Q2, 2025-04-01, 2025-06-30, 3",
            "2025-Q4, 2025-10-01, 2025-12-31, 3",
            "2025, 2025-01-01, 2025-12-31, 12",
            "2025/26, 2025-04-01, 2026-03-31, 12",
            "1999/00, 1999-04-01, 2000-03-31, 12",
            "programme-2025, 2025-09-01, 2026-08-31, 12",
            "2025-04-01..2025-06-30, 2025-04-01, 2025-06-30, 3",
            "2025-04-15..2025-05-14, 2025-04-15, 2025-05-14, 1",
            "2025-04-01..2025-04-01, 2025-04-01, 2025-04-01, 0",
            "2025-04-02..2025-06-30, 2025-04-02, 2025-06-30, 0",
    })
    void is_read_as_analysts_write_it(String text, LocalDate start, LocalDate end, int months) {
        var period = Period.parse(text, SEPTEMBER);

        assertThat(period).isEqualTo(new Period(start, end));
        assertThat(period.wholeMonths()).isEqualTo(months);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "april", "2025-13", "2025-00", "2025-Q5", "2025/27", "2025-02-30..2025-03-01", "25", "0001", "9999",
            "2025-04-01", "2025-04-01..", "programme-", "２０２５", "2025; drop table fact"
    })
    void what_is_no_period_is_refused_with_what_may_be_asked(String text) {
        assertThatThrownBy(() -> Period.parse(text, SEPTEMBER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-Q2");
    }

    @Test
    void it_does_not_end_before_it_starts() {
        assertThatThrownBy(() -> Period.parse("2025-06-30..2025-04-01", SEPTEMBER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a period cannot end on 2025-04-01 before it starts on 2025-06-30");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 2025-04-01", "2026-04-01, 2026-04-01", "2026-12-31, 2026-04-01"})
    void a_programmes_year_is_the_one_that_contains_the_day(LocalDate day, LocalDate start) {
        assertThat(Period.containing(day, MonthDay.of(4, 1))).isEqualTo(new Period(start, start.plusYears(1).minusDays(1)));
    }

    @Test
    void both_ends_belong_to_it() {
        var april = Period.parse("2025-04", SEPTEMBER);

        assertThat(april.contains(LocalDate.of(2025, 4, 1))).isTrue();
        assertThat(april.contains(LocalDate.of(2025, 4, 30))).isTrue();
        assertThat(april.contains(LocalDate.of(2025, 3, 31))).isFalse();
        assertThat(april.contains(LocalDate.of(2025, 5, 1))).isFalse();
    }

    @ParameterizedTest(name = "{0} is on {1}")
    @CsvSource({
            // winter: London is at UTC
            "2026-01-31T23:59:59Z, 2026-01-31", "2026-02-01T00:00:00Z, 2026-02-01",
            // summer: an hour ahead, so an evening in UTC is the next day
            "2026-06-30T22:59:59Z, 2026-06-30", "2026-06-30T23:00:00Z, 2026-07-01",
            // the nights on which the clocks change
            "2026-03-29T00:59:59Z, 2026-03-29", "2026-03-29T23:00:00Z, 2026-03-30",
            "2026-10-25T00:30:00Z, 2026-10-25", "2026-10-24T23:00:00Z, 2026-10-25", "2026-10-25T23:30:00Z, 2026-10-25"
    })
    void a_day_is_a_day_in_london(Instant moment, LocalDate day) {
        assertThat(London.dayOf(moment)).isEqualTo(day);
    }
}
