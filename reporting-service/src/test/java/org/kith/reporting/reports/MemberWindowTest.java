package org.kith.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Months and the days beside them. */
class MemberWindowTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void every_day_of_a_window_is_covered_once(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
            var last = first.plusDays(random.nextInt(random.nextBoolean() ? 40 : 400));
            var pieces = MemberWindow.of(new Window(3, first, last, LocalDate.EPOCH, LocalDate.EPOCH));
            assertThat(pieces.stream().flatMap(MemberWindowTest::days).toList()).as("%s to %s", first, last).containsExactlyElementsOf(
                    first.datesUntil(last.plusDays(1)).toList());
        }
    }

    private static Stream<LocalDate> days(MemberWindow piece) {
        var window = piece.window();
        if (piece.months() == 0) return window.first().datesUntil(window.last().plusDays(1));
        assertThat(List.of(window.first().getDayOfMonth(), window.last().getDayOfMonth())).containsOnly(1);
        return window.first().datesUntil(window.last().plusMonths(1));
    }
}
