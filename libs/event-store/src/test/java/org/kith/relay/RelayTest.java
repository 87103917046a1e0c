package org.kith.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.eventstore.Visits;
import org.kith.local.testing.RealParts;

class RelayTest {
    private final Appended appended = new Appended();

    RelayTest() throws SQLException {}

    @BeforeEach
    void emptyTopic() {
        RealParts.emptyTopics();
    }

    @AfterEach
    void close() throws Exception {
        appended.close();
    }

    @Test
    void an_event_arrives_as_a_cloud_event_under_its_stream() throws Exception {
        try (var relay = appended.relay()) {
            appended.store.afterCommit(relay::wake);
            var stream = appended.start();
            appended.awaitDrained();
            var only = TopicReader.all().getFirst();
            assertThat(only.key()).isEqualTo(stream);
            assertThat(only.data()).isEqualTo("{\"referral\":\"%s\",\"person\":\"person-1\"}".formatted(Visits.FAMILY.subject(stream)));
            assertThat(only.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "referral.accepted")
                    .containsEntry("ce_subject", stream)
                    .containsEntry("ce_source", "/kith/referral")
                    .containsEntry("ce_programmes", "norfolk-living-well")
                    .containsEntry("ce_time", Appended.NOW.toString());
            assertThat(relay.published()).isEqualTo(1);
        }
    }

    @Test
    void many_batches_arrive_whole_and_in_order() throws Exception {
        appended.some(new Random(1), 2_500);
        try (var relay = appended.relay()) {
            appended.awaitDrained();
            assertThat(relay.published()).isEqualTo(2_500);
            assertThat(TopicReader.all()).hasSize(2_500);
            appended.assertOnTopic();
        }
    }

    @Test
    void a_commit_that_comes_late_with_a_lower_position_is_not_lost() throws Exception {
        try (var relay = appended.relay(); var slow = appended.tables.jdbc()) {
            slow.setAutoCommit(false);
            var late = appended.start();
            appended.awaitDrained();
            // draws the lower position and commits after its neighbour has been published
            slow.createStatement().execute("""
                    INSERT INTO outbox (envelope, data) VALUES ('{"id":"0195b3f0-0000-7000-8000-000000000001","source":"/kith/referral","stream":"referral-slow",
                    "streamVersion":1,"type":"referral.accepted","schemaVersion":1,"occurredAt":"2026-03-02T10:15:30Z","recordedAt":"2026-03-02T10:15:30Z",
                    "programmes":[],"actor":"account-7","correlationId":"0195b3f0-0000-7000-8000-000000000002","voids":[]}', '{}')""");
            var quick = appended.start();
            await().until(() -> {
                relay.wake();
                return TopicReader.versions().containsKey(quick);
            });
            assertThat(TopicReader.versions()).doesNotContainKey("referral-slow");
            slow.commit();
            appended.awaitDrained();
            assertThat(TopicReader.versions()).containsKeys("referral-slow", quick, late);
        }
    }

    @Test
    void a_record_that_the_broker_refuses_holds_back_what_follows_and_loses_nothing() throws Exception {
        try (var owner = appended.tables.database.asOwner(); var relay = appended.relay()) {
            // this service may not write to another's topic
            owner.createStatement().execute("""
                    INSERT INTO outbox (envelope, data) VALUES ('{"id":"0195b3f0-0000-7000-8000-000000000003","source":"/kith/referral","stream":"referral-refused",
                    "streamVersion":1,"type":"group.formed","schemaVersion":1,"occurredAt":"2026-03-02T10:15:30Z","recordedAt":"2026-03-02T10:15:30Z",
                    "programmes":[],"actor":"account-7","correlationId":"0195b3f0-0000-7000-8000-000000000002","voids":[]}', '{}')""");
            appended.some(new Random(2), 50);
            await().during(Duration.ofMillis(1_500)).atMost(Duration.ofSeconds(10)).until(() -> appended.tables.count("outbox") > 0);
            owner.createStatement().execute("DELETE FROM outbox WHERE envelope LIKE '%referral-refused%'");
            relay.wake();
            appended.awaitDrained();
            appended.assertOnTopic();
        }
    }

    @Test
    void a_paused_leader_that_was_taken_over_changes_nothing_when_it_resumes() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        try (var paused = RelayProcess.start(appended.tables.database)) {
            appended.some(random, 10);
            appended.awaitDrained();
            assertThat(appended.epoch()).isEqualTo(1);
            appended.some(random, 1_000);
            paused.pause();
            appended.some(random, 500);
            try (var successor = appended.relay()) {
                appended.awaitDrained();
                assertThat(successor.published()).isPositive();
                assertThat(appended.epoch()).isEqualTo(2);
                appended.some(random, 500);
                paused.resume();
                appended.some(random, 500);
                appended.awaitDrained();
                assertThat(successor.leading()).isTrue();
                assertThat(appended.epoch()).isEqualTo(2);
            }
        }
        appended.assertOnTopic();
    }
}
