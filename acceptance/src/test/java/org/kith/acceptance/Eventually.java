package org.kith.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.assertj.core.api.Assertions;

/** Reports follow events within moments: a test waits for a number, and sees that it stays. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    static void holds(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }

    static void is(Supplier<BigDecimal> number, BigDecimal expected) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> Assertions.assertThat(number.get()).isEqualByComparingTo(expected));
    }
}
