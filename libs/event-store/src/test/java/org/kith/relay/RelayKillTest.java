package org.kith.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.local.testing.RealParts;

/** The relay's process is killed with {@code kill -9} at each step of its work, while events keep being appended. */
class RelayKillTest {
    private static final int ALREADY_THERE = 200;
    private static final int RECORDS = 150;
    private static final int ROUND_TRIPS = 6;
    private final Appended appended = new Appended();

    RelayKillTest() throws SQLException {}

    @BeforeEach
    void empty_topic() {
        RealParts.emptyTopics();
    }

    @AfterEach
    void close() throws Exception {
        appended.close();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void killed_at_any_step_it_loses_nothing_inverts_nothing_and_repeats_only_the_same_events(Step step) throws Exception {
        long seed = Long.getLong("kith.seed", System.nanoTime());
        var random = new Random(seed);
        int nth = 1 + random.nextInt(step == Step.SENT ? RECORDS : ROUND_TRIPS);
        System.out.printf("relay killed at %s number %d, -Dkith.seed=%d%n", step, nth, seed);
        appended.some(random, ALREADY_THERE);
        try (var killed = RelayProcess.standingAt(step, nth, appended.tables.database)) {
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> {
                appended.some(random, 10);
                return killed.standsStill();
            });
            killed.kill();
        }
        appended.some(random, 100);
        appended.assertNothingLeftTheOutboxUnpublished();
        int before = TopicReader.all().size();
        long waiting = appended.tables.count("outbox");

        try (var _ = appended.relay()) {
            appended.some(random, 100);
            appended.awaitDrained();
        }
        appended.assertOnTopic();
        if (step == Step.ACKNOWLEDGED) assertThat(repeated()).as("acknowledged before the kill, not deleted: sent again").isPositive();
        assertThat(waiting).as("what the killed process left to its successor, beside %d on the topic", before).isPositive();
    }

    private static int repeated() {
        var all = TopicReader.all();
        var ids = new HashSet<>();
        all.forEach(one -> ids.add(one.envelope().id()));
        return all.size() - ids.size();
    }
}
