package org.kith.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.TestStore;
import org.kith.eventstore.Visits;

class RelayTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private final TestStore tables;
    private final EventStore store;
    private final CommandHandler<Visits.Command, Visits.State, Visits.Event> handler;
    private final Map<String, Long> appended = new TreeMap<>();

    RelayTest() throws SQLException {
        tables = new TestStore();
        store = tables.store();
        handler = new CommandHandler<>(store, Visits.FAMILY, new Visits());
    }

    @BeforeEach
    void emptyTopic() {
        org.kith.local.testing.RealParts.emptyTopics();
    }

    @AfterEach
    void close() throws Exception {
        tables.close();
    }

    @Test
    void an_event_arrives_as_a_cloud_event_under_its_stream() throws Exception {
        try (var relay = relay()) {
            store.afterCommit(relay::wake);
            var stream = start();
            awaitDrained();
            var only = TopicReader.all().getFirst();
            assertThat(only.key()).isEqualTo(stream);
            assertThat(only.data()).isEqualTo("{\"referral\":\"%s\",\"person\":\"person-1\"}".formatted(Visits.FAMILY.subject(stream)));
            assertThat(only.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "referral.accepted")
                    .containsEntry("ce_subject", stream)
                    .containsEntry("ce_source", "/kith/referral")
                    .containsEntry("ce_programmes", "norfolk-living-well")
                    .containsEntry("ce_time", NOW.toString());
            assertThat(relay.published()).isEqualTo(1);
        }
    }

    @Test
    void many_batches_arrive_whole_and_in_order() throws Exception {
        appendSome(new Random(1), 2_500);
        try (var relay = relay()) {
            awaitDrained();
            assertThat(relay.published()).isEqualTo(2_500);
            assertThat(TopicReader.all()).hasSize(2_500);
            assertTopicHoldsWhatWasAppended();
        }
    }

    @Test
    void a_commit_that_comes_late_with_a_lower_position_is_not_lost() throws Exception {
        try (var relay = relay(); var slow = tables.jdbc()) {
            slow.setAutoCommit(false);
            var late = start();
            awaitDrained();
            appended.remove(late);
            // draws the lower position and commits after its neighbour has been published
            slow.createStatement().execute("""
                    INSERT INTO outbox (envelope, data) VALUES ('{"id":"0195b3f0-0000-7000-8000-000000000001","source":"/kith/referral","stream":"referral-slow",
                    "streamVersion":1,"type":"referral.accepted","schemaVersion":1,"occurredAt":"2026-03-02T10:15:30Z","recordedAt":"2026-03-02T10:15:30Z",
                    "programmes":[],"actor":"account-7","correlationId":"0195b3f0-0000-7000-8000-000000000002","voids":[]}', '{}')""");
            var quick = start();
            while (!TopicReader.versions().containsKey(quick)) relay.wake();
            assertThat(TopicReader.versions()).doesNotContainKey("referral-slow");
            slow.commit();
            awaitDrained();
            assertThat(TopicReader.versions()).containsKeys("referral-slow", quick, late);
        }
    }

    @Test
    void a_record_that_the_broker_refuses_holds_back_what_follows_and_loses_nothing() throws Exception {
        try (var owner = tables.database.asOwner(); var relay = relay()) {
            // this service may not write to another's topic
            owner.createStatement().execute("""
                    INSERT INTO outbox (envelope, data) VALUES ('{"id":"0195b3f0-0000-7000-8000-000000000003","source":"/kith/referral","stream":"referral-refused",
                    "streamVersion":1,"type":"group.formed","schemaVersion":1,"occurredAt":"2026-03-02T10:15:30Z","recordedAt":"2026-03-02T10:15:30Z",
                    "programmes":[],"actor":"account-7","correlationId":"0195b3f0-0000-7000-8000-000000000002","voids":[]}', '{}')""");
            appendSome(new Random(2), 50);
            Thread.sleep(1_500);
            assertThat(tables.count("outbox")).isPositive();
            owner.createStatement().execute("DELETE FROM outbox WHERE envelope LIKE '%referral-refused%'");
            relay.wake();
            awaitDrained();
            assertTopicHoldsWhatWasAppended();
        }
    }

    @Test
    void a_paused_leader_that_was_taken_over_changes_nothing_when_it_resumes() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        try (var paused = new RelayProcess(tables.database)) {
            appendSome(random, 10);
            awaitDrained();
            assertThat(epoch()).isEqualTo(1);
            appendSome(random, 1_000);
            paused.pause();
            appendSome(random, 500);
            try (var successor = relay()) {
                awaitDrained();
                assertThat(successor.published()).isPositive();
                assertThat(epoch()).isEqualTo(2);
                appendSome(random, 500);
                paused.resume();
                appendSome(random, 500);
                awaitDrained();
                assertThat(successor.leading()).isTrue();
                assertThat(epoch()).isEqualTo(2);
            }
        }
        assertTopicHoldsWhatWasAppended();
    }

    @Test
    void a_leader_killed_again_and_again_loses_and_inverts_nothing() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            try (var killed = new RelayProcess(tables.database)) {
                long before = epoch();
                while (epoch() == before) appendSome(random, 20);
                appendSome(random, 200 + random.nextInt(1_000));
                killed.kill();
            }
        }
        try (var last = relay()) {
            awaitDrained();
        }
        assertTopicHoldsWhatWasAppended();
    }

    private Relay relay() {
        return new Relay(tables.pool(), TopicReader.kafka()).start();
    }

    private String start() {
        var stream = Visits.FAMILY.stream(UUID.randomUUID());
        assertThat(handler.create(stream, new Visits.Start("person-1", NOW), context(), List.of()).await().indefinitely()).isInstanceOf(Outcome.Appended.class);
        appended.put(stream, 1L);
        return stream;
    }

    /** New streams and further events of old ones, mixed. */
    private void appendSome(Random random, int events) {
        for (int i = 0; i < events; i++) {
            if (appended.isEmpty() || random.nextInt(20) == 0) {
                start();
                continue;
            }
            var stream = new ArrayList<>(appended.keySet()).get(random.nextInt(appended.size()));
            assertThat(handler.handle(stream, new Visits.Hold(random.nextInt(60), NOW), context(), List.of()).await().indefinitely()).isInstanceOf(Outcome.Appended.class);
            appended.merge(stream, 1L, Long::sum);
        }
    }

    private void assertTopicHoldsWhatWasAppended() {
        var expected = new TreeMap<String, List<Long>>();
        appended.forEach((stream, version) -> expected.put(stream, LongStream.rangeClosed(1, version).boxed().toList()));
        assertThat(TopicReader.versions()).isEqualTo(expected);
    }

    private void awaitDrained() throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (tables.count("outbox") > 0) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private long epoch() throws SQLException {
        return Long.parseLong(tables.values("SELECT epoch FROM relay_lease").getFirst());
    }

    private static CommandContext context() {
        return CommandContext.of("account-7", UUID.randomUUID(), NOW);
    }
}
