package org.kith.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.TestStore;
import org.kith.eventstore.Visits;
import org.kith.local.kafka.KafkaUser;
import org.kith.local.testing.RealParts;
import org.kith.relay.Reconciliation.Report;

class ReconciliationTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private final TestStore tables;
    private final CommandHandler<Visits.Command, Visits.State, Visits.Event> handler;
    private final Reconciliation reconciliation;

    ReconciliationTest() throws Exception {
        tables = new TestStore();
        var store = tables.store();
        handler = new CommandHandler<>(store, Visits.FAMILY, new Visits());
        reconciliation = new Reconciliation(tables.pool(), TopicReader.kafka(), KafkaUser.REFERRAL, List.of(handler));
    }

    @BeforeEach
    void emptyTopic() {
        RealParts.emptyTopics();
    }

    @AfterEach
    void close() throws Exception {
        tables.close();
    }

    @Test
    void finds_nothing_to_do_when_all_is_published_or_waiting() throws Exception {
        for (int i = 0; i < 20; i++) stream();
        publish();
        stream();
        assertThat(reconciliation.run()).isEqualTo(new Report(21, 21 * 2, 0, 0));
        assertThat(tables.count("outbox")).isEqualTo(2);
    }

    @Test
    void publishes_again_what_the_broker_lost_as_it_was() throws Exception {
        for (int i = 0; i < 20; i++) stream();
        publish();
        var before = TopicReader.all();
        loseFrontOfTopic();
        long lost = before.size() - TopicReader.all().size();
        assertThat(lost).isPositive();

        assertThat(reconciliation.run()).isEqualTo(new Report(20, 40, lost, 0));
        publish();
        assertThat(TopicReader.all()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(reconciliation.run()).isEqualTo(new Report(20, 40, 0, 0));
    }

    @Test
    void tells_of_events_that_the_store_does_not_have() throws Exception {
        stream();
        publish();
        try (var owner = tables.database.asOwner()) {
            owner.createStatement().execute("DELETE FROM event");
        }
        assertThat(reconciliation.run()).isEqualTo(new Report(0, 0, 0, 2));
    }

    /** Three events, one of them internal. */
    private void stream() {
        var stream = Visits.FAMILY.stream(UUID.randomUUID());
        var context = CommandContext.of("account-7", UUID.randomUUID(), NOW);
        handler.create(stream, new Visits.Start("person-1", NOW), context, List.of()).await().indefinitely();
        handler.handle(stream, new Visits.Note("n", NOW), context, List.of()).await().indefinitely();
        handler.handle(stream, new Visits.Hold(25, NOW), context, List.of()).await().indefinitely();
    }

    private void publish() throws Exception {
        try (var relay = new Relay(tables.pool(), TopicReader.kafka()).start()) {
            relay.wake();
            // each look opens a connection, so not without a pause
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10)).until(() -> tables.count("outbox") == 0);
        }
    }

    private static void loseFrontOfTopic() throws Exception {
        try (var admin = RealParts.kafka().admin()) {
            for (int partition = 0; partition < 6; partition++) {
                var ends = admin.listOffsets(Map.of(new TopicPartition(KafkaUser.REFERRAL, partition), org.apache.kafka.clients.admin.OffsetSpec.latest())).all().get();
                for (var end : ends.entrySet())
                    admin.deleteRecords(Map.of(end.getKey(), RecordsToDelete.beforeOffset(end.getValue().offset() / 2))).all().get();
            }
        }
    }
}
