package org.kith.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkerInPostTest {
    private static final List<WorkerInPost> TEAM = List.of(new WorkerInPost("half", 50), new WorkerInPost("whole", 100), new WorkerInPost("also-half", 50));

    private static final List<String> NOTHING_SPECIAL = List.of("housing");
    private static final UUID REFERRAL = UUID.fromString("0199aaaa-0000-7000-8000-000000000002");

    @Test
    void the_same_referral_always_comes_to_the_same_worker() {
        var referral = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");
        assertThat(WorkerInPost.taking(referral, NOTHING_SPECIAL, TEAM)).isEqualTo(WorkerInPost.taking(referral, NOTHING_SPECIAL, TEAM));
    }

    @Test
    void referrals_are_spread_in_proportion_to_working_time() {
        var random = new Random(7);
        var taken = new HashMap<String, Integer>();
        for (int i = 0; i < 10_000; i++)
            taken.merge(WorkerInPost.taking(new UUID(random.nextLong(), random.nextLong()), NOTHING_SPECIAL, TEAM), 1, Integer::sum);
        assertThat(taken.get("half")).isCloseTo(2_500, within(250));
        assertThat(taken.get("whole")).isCloseTo(5_000, within(250));
        assertThat(taken.get("also-half")).isCloseTo(2_500, within(250));
    }

    @Test
    void whoever_has_least_to_do_for_their_share_comes_first() {
        var busy = new WorkerInPost("half", 50, null, Set.of(), 6);
        var less = new WorkerInPost("whole", 100, null, Set.of(), 11);
        assertThat(WorkerInPost.taking(REFERRAL, NOTHING_SPECIAL, List.of(busy, less))).isEqualTo("whole");
    }

    @Test
    void whoever_has_as_many_as_they_may_is_left_out() {
        var full = new WorkerInPost("full", 100, 5, Set.of(), 5);
        var fuller = new WorkerInPost("has-room", 10, 50, Set.of(), 49);
        assertThat(WorkerInPost.taking(REFERRAL, NOTHING_SPECIAL, List.of(full, fuller))).isEqualTo("has-room");
    }

    @Test
    void a_specialist_with_room_comes_before_who_has_less_to_do() {
        var specialist = new WorkerInPost("specialist", 50, 10, Set.of("housing", "debt"), 9);
        var idle = new WorkerInPost("idle", 50, null, Set.of(), 0);
        assertThat(WorkerInPost.taking(REFERRAL, NOTHING_SPECIAL, List.of(idle, specialist))).isEqualTo("specialist");
        assertThat(WorkerInPost.taking(REFERRAL, List.of("bereavement"), List.of(idle, specialist))).isEqualTo("idle");
        var full = new WorkerInPost("specialist", 50, 9, Set.of("housing"), 9);
        assertThat(WorkerInPost.taking(REFERRAL, NOTHING_SPECIAL, List.of(idle, full))).isEqualTo("idle");
    }
}
