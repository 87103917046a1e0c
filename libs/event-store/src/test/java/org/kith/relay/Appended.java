package org.kith.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.TestStore;
import org.kith.eventstore.Visits;

/** A store that visits are appended to, and what the topic must hold because of it. */
final class Appended implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final String GONE_FROM_OUTBOX = "SELECT id FROM event WHERE id::text NOT IN (SELECT envelope::json ->> 'id' FROM outbox)";
    final TestStore tables;
    final EventStore store;
    private final CommandHandler<Visits.Command, Visits.State, Visits.Event> handler;
    private final Map<String, Long> versions = new TreeMap<>();

    Appended() throws SQLException {
        tables = new TestStore();
        store = tables.store();
        handler = new CommandHandler<>(store, Visits.FAMILY, new Visits());
    }

    Relay relay() {
        return new Relay(tables.pool(), TopicReader.kafka()).start();
    }

    /** A new stream with one event. */
    String start() {
        var stream = Visits.FAMILY.stream(UUID.randomUUID());
        assertThat(handler.create(stream, new Visits.Start("person-1", NOW), context(), List.of()).await().indefinitely()).isInstanceOf(Outcome.Appended.class);
        versions.put(stream, 1L);
        return stream;
    }

    /** New streams and further events of old ones, mixed. */
    void some(Random random, int events) {
        for (int i = 0; i < events; i++) {
            if (versions.isEmpty() || random.nextInt(20) == 0) {
                start();
                continue;
            }
            var stream = new ArrayList<>(versions.keySet()).get(random.nextInt(versions.size()));
            assertThat(handler.handle(stream, new Visits.Hold(random.nextInt(60), NOW), context(), List.of()).await().indefinitely()).isInstanceOf(Outcome.Appended.class);
            versions.merge(stream, 1L, Long::sum);
        }
    }

    /** Each event once for who counts by its id, each stream in its order; whatever came again is the very same event. */
    void assertOnTopic() {
        var expected = new TreeMap<String, List<Long>>();
        versions.forEach((stream, version) -> expected.put(stream, LongStream.rangeClosed(1, version).boxed().toList()));
        var all = TopicReader.all();
        assertThat(TopicReader.versions(all)).isEqualTo(expected);
        var first = new TreeMap<UUID, TopicReader.Published>();
        for (var one : all) assertThat(first.computeIfAbsent(one.envelope().id(), _ -> one)).isEqualTo(one);
    }

    /** No row is deleted before the broker has its event. */
    void assertNothingLeftTheOutboxUnpublished() throws SQLException {
        var gone = tables.values(GONE_FROM_OUTBOX).stream().map(UUID::fromString).toList();
        var published = new HashSet<UUID>();
        for (var one : TopicReader.all()) published.add(one.envelope().id());
        assertThat(published).containsAll(gone);
    }

    void awaitDrained() {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> tables.count("outbox") == 0);
    }

    long epoch() throws SQLException {
        return Long.parseLong(tables.values("SELECT epoch FROM relay_lease").getFirst());
    }

    private static CommandContext context() {
        return CommandContext.of("account-7", UUID.randomUUID(), NOW);
    }

    @Override
    public void close() throws Exception {
        tables.close();
    }
}
