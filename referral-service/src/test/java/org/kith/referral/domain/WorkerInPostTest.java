package org.kith.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkerInPostTest {
    private static final List<WorkerInPost> TEAM = List.of(new WorkerInPost("half", 50), new WorkerInPost("whole", 100), new WorkerInPost("also-half", 50));

    @Test
    void the_same_referral_always_comes_to_the_same_worker() {
        var referral = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");
        assertThat(WorkerInPost.taking(referral, TEAM)).isEqualTo(WorkerInPost.taking(referral, TEAM));
    }

    @Test
    void referrals_are_spread_in_proportion_to_working_time() {
        var random = new Random(7);
        var taken = new HashMap<String, Integer>();
        for (int i = 0; i < 10_000; i++)
            taken.merge(WorkerInPost.taking(new UUID(random.nextLong(), random.nextLong()), TEAM), 1, Integer::sum);
        assertThat(taken.get("half")).isCloseTo(2_500, within(250));
        assertThat(taken.get("whole")).isCloseTo(5_000, within(250));
        assertThat(taken.get("also-half")).isCloseTo(2_500, within(250));
    }
}
