package org.kith.web.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Invalid;

class ShapesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-07-01T22:59:30Z");

    private final Invalid invalid = new Invalid();

    @Test
    void a_clock_that_is_up_to_a_minute_ahead_tells_no_future() {
        assertThat(Shapes.occurredAt(invalid, "occurredAt", "2026-03-02T10:16:30Z", NOW)).isEqualTo("2026-03-02T10:16:30Z");
        assertThat(Shapes.pastDay(invalid, "formedOn", "2026-07-02", BEFORE_MIDNIGHT)).isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(invalid.errors()).isEmpty();
    }

    @Test
    void one_that_is_further_ahead_does() {
        assertThat(Shapes.occurredAt(invalid, "occurredAt", "2026-03-02T10:16:30.001Z", NOW)).isEqualTo(NOW);
        assertThat(Shapes.pastDay(invalid, "formedOn", "2026-07-02", BEFORE_MIDNIGHT.minusSeconds(31))).isNull();
        assertThat(invalid.errors()).containsExactly(
                new FieldError("occurredAt", "in-the-future", "Not after now, and not before 1900."), new FieldError("formedOn", "in-the-future", "Not after today."));
    }

    @Test
    void what_is_not_said_happened_now_and_what_is_too_old_is_refused() {
        assertThat(Shapes.occurredAt(invalid, "occurredAt", null, NOW)).isEqualTo(NOW);
        assertThat(invalid.errors()).isEmpty();
        Shapes.occurredAt(invalid, "occurredAt", "1899-12-31T23:59:59Z", NOW);
        assertThat(invalid.errors()).extracting(FieldError::field).containsExactly("occurredAt");
    }
}
