package org.kith.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.eventstore.TestStore.KEYS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is appended at once by several processes, the tables hold exactly what the answers said. */
class RandomAppendsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");

    private record Tried(Append append, String key, CompletableFuture<AppendResult> result) {}

    static Stream<Long> seeds() {
        return Stream.of(1L, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_tables_hold_exactly_what_the_answers_said(long seed) throws Exception {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        try (var tables = new TestStore()) {
            var stores = List.of(tables.store(), tables.store(), tables.store());
            var known = new HashMap<String, Long>();
            var tried = new ArrayList<Tried>();
            for (int round = 0; round < 40; round++) {
                var now = new ArrayList<Tried>();
                for (int i = random.nextInt(60); i >= 0; i--) now.add(tried(random, known, stores.get(random.nextInt(3))));
                for (var one : now) if (one.result().get() instanceof AppendResult.Done(long version)) known.merge(one.append().stream(), version, Math::max);
                tried.addAll(now);
            }
            assertConsistent(tables, tried);
        }
    }

    /** Mostly the version last heard of, sometimes another; few streams and few keys, so that many collide. */
    private static Tried tried(Random random, Map<String, Long> known, EventStore store) {
        var stream = "visit-" + random.nextInt(12);
        long expected = random.nextInt(10) == 0 ? random.nextInt(5) : known.getOrDefault(stream, 0L);
        var key = Integer.toString(random.nextInt(1_500));
        var events = new ArrayList<NewEvent>();
        for (int i = random.nextInt(3); i >= 0; i--)
            events.add(new NewEvent(UuidV7.at(NOW), new EventCodec.Encoded("held", 1, "{}"), NOW, random.nextBoolean() ? null : new NewEvent.Outgoing(stream, "{}")));
        var append = new Append(stream, expected, events, CommandContext.of("account-7", UUID.randomUUID(), NOW), List.of(KEYS.row("partner-one", key)));
        return new Tried(append, key, store.append(append).subscribeAsCompletionStage());
    }

    private static void assertConsistent(TestStore tables, List<Tried> tried) throws Exception {
        var ids = new ArrayList<String>();
        var keys = new HashSet<String>();
        var versions = new HashMap<String, Long>();
        long outgoing = 0;
        for (var one : tried) {
            if (!(one.result().get() instanceof AppendResult.Done(long version))) continue;
            assertThat(version).isEqualTo(one.append().expectedVersion() + one.append().events().size());
            assertThat(keys.add(one.key())).as("each key once").isTrue();
            versions.merge(one.append().stream(), version, Math::max);
            for (var event : one.append().events()) {
                ids.add(event.id().toString());
                if (event.outgoing() != null) outgoing++;
            }
        }
        assertThat(ids).as("some are stored and some are refused").isNotEmpty().hasSizeLessThan(tried.size());
        assertThat(tables.values("SELECT id FROM event")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(tables.values("SELECT key FROM request_key")).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(tables.count("outbox")).isEqualTo(outgoing);
        for (var stream : versions.entrySet()) {
            assertThat(tables.values("SELECT version FROM stream WHERE id = '" + stream.getKey() + "'")).containsExactly(stream.getValue().toString());
            assertThat(tables.values("SELECT version FROM event WHERE stream_id = '" + stream.getKey() + "' ORDER BY version"))
                    .isEqualTo(LongStream.rangeClosed(1, stream.getValue()).mapToObj(Long::toString).toList());
        }
    }
}
