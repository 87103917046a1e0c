package org.kith.referral.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.web.problem.Invalid;

class PositionTest {
    @Test
    void is_read_as_it_was_written() {
        var position = new Position(8_123_456_789L, UUID.fromString("0198f3a2-7c1e-7b1a-9d55-0a4be2f6c401"));
        var invalid = new Invalid();
        assertThat(Position.read("after", position.toString(), invalid)).isEqualTo(position);
        assertThat(Position.read("after", null, invalid)).isNull();
        assertThat(invalid.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "-0198f3a2-7c1e-7b1a-9d55-0a4be2f6c401", "99999999999999999999-0198f3a2-7c1e-7b1a-9d55-0a4be2f6c401", "1-x",
            "1-0198f3a2-7c1e-7b1a-9d55-0a4be2f6c401 OR true"})
    void anything_else_is_refused(String text) {
        var invalid = new Invalid();
        assertThat(Position.read("after", text, invalid)).isNull();
        assertThat(invalid.errors()).extracting("field").containsExactly("after");
    }
}
