package org.kith.referral.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.web.checking.Shapes;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Invalid;

class MomentTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final String LATER = "2026-03-02T10:16:30.001Z";

    @Test
    void a_moment_in_the_future_is_called_what_the_registers_call_it() {
        var here = new Invalid();
        var registers = new Invalid();
        assertThat(Moment.read(here, "occurredAt", LATER, NOW)).isNull();
        Shapes.occurredAt(registers, "occurredAt", LATER, NOW);
        assertThat(codes(here)).isEqualTo(codes(registers)).hasSize(1);
    }

    private static List<String> codes(Invalid invalid) {
        return invalid.errors().stream().map(FieldError::code).toList();
    }
}
