package org.kith.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void gives_its_burst_at_once_and_then_its_rate() {
        Bucket bucket = new Bucket(2, 3, 0);
        for (int i = 0; i < 3; i++) assertThat(bucket.take(0)).isZero();
        assertThat(bucket.take(0)).isEqualTo(1);
        assertThat(bucket.take(SECOND / 2)).isZero();
        assertThat(bucket.take(SECOND / 2)).isEqualTo(1);
    }

    @Test
    void never_holds_more_than_its_burst() {
        Bucket bucket = new Bucket(2, 3, 0);
        for (int i = 0; i < 3; i++) assertThat(bucket.take(1_000 * SECOND)).isZero();
        assertThat(bucket.take(1_000 * SECOND)).isPositive();
    }
}
