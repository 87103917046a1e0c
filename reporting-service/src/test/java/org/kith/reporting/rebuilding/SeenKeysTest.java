package org.kith.reporting.rebuilding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
    private static final int KEYS = 200_000;

    private final SeenKeys seen = new SeenKeys();

    @Test
    void a_key_that_came_before_is_never_new() {
        IntStream.range(0, KEYS).forEach(i -> seen.add(key(i).hash()));

        assertThat(IntStream.range(0, KEYS).filter(i -> seen.add(key(i).hash()))).isEmpty();
    }

    @Test
    void nearly_all_that_never_came_are_new() {
        assertThat(IntStream.range(0, KEYS).filter(i -> seen.add(key(i).hash())).count()).isGreaterThan(KEYS * 999L / 1_000);
    }

    /** As they are: alike, but for a little. */
    private static MemberKey key(int i) {
        return new MemberKey(i % 3, i % 2, LocalDate.EPOCH.plusDays(i % 365), LocalDate.EPOCH, "0195b3f0-0000-7001-0000-%012x".formatted(i / 6), new int[] {i % 7, 8});
    }
}
