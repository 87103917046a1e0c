package org.kith.relay;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventWriter;
import org.kith.eventstore.NewEvent.Outgoing;
import org.kith.eventstore.StoredEvent;

/**
 * Compares every stream of a store, version by version, with what its topic holds, and puts what the topic lacks into
 * the outbox again, under the events' own ids: the relay, the only publisher, does the rest. For a broker that lost its
 * disk or part of it. Needs leave to read the topic, and about 32 bytes of memory for each event in it.
 */
public final class Reconciliation {
    private static final int PAGE = 2_000;

    private static final String EVENTS = """
            SELECT stream_id, version, id, type, schema_version, occurred_at, recorded_at, actor, correlation_id, causation_id, data::text
            FROM event WHERE (stream_id, version) > ($1, $2) ORDER BY stream_id, version LIMIT $3""";

    private static final String REPUBLISH = "INSERT INTO outbox (envelope, data) SELECT * FROM unnest($1::text[], $2::text[])";

    /**
     * @param streams compared
     * @param published public events that the store has
     * @param missing of these, those that the topic lacked: they are in the outbox now
     * @param unknown events that the topic has and the store has not, as after restoring an old backup of the store
     */
    public record Report(long streams, long published, long missing, long unknown) {}

    private final Database database;
    private final Map<String, Object> kafka;
    private final String topic;
    private final Families families;

    /** @param kafka how to reach the broker, as for the {@link Relay} */
    public Reconciliation(Pool pool, Map<String, Object> kafka, String topic, List<? extends CommandHandler<?, ?, ?>> families) {
        this.database = new Database(pool.getDelegate());
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.families = new Families(families);
    }

    /** Takes as long as reading topic and store takes; blocks, so not on an event loop. The service may go on meanwhile. */
    public Report run() {
        try (var topicIds = new PublishedIds(kafka, topic)) {
            var seen = topicIds.upToNow();
            var candidates = new ArrayList<UUID>();
            var matched = new long[1];
            var all = scan(publicEvent -> {
                if (seen.contains(publicEvent.id())) matched[0]++;
                else candidates.add(publicEvent.id());
            });
            // What was appended since is in the outbox, or was, and then the topic has it by now: in this order.
            var pending = pending();
            long unknown = seen.size() - matched[0];
            var now = topicIds.upToNow();
            var missing = new HashSet<UUID>();
            for (var id : candidates) if (!pending.contains(id) && !now.contains(id)) missing.add(id);
            if (!missing.isEmpty()) republish(missing);
            return new Report(all.streams(), all.published(), missing.size(), unknown);
        }
    }

    private record PublicEvent(UUID id, Outgoing outgoing) {}

    private record Scanned(long streams, long published) {}

    private interface Visitor {
        void see(PublicEvent event);
    }

    private Scanned scan(Visitor visitor) {
        var stream = "";
        long version = 0;
        long streams = 0;
        long published = 0;
        Families.Fold<?, ?> fold = null;
        while (true) {
            var page = database.query(EVENTS, Tuple.of(stream, version, (long) PAGE));
            if (page.size() == 0) return new Scanned(streams, published);
            for (Row row : page) {
                var event = stored(row);
                if (fold == null || !event.stream().equals(stream)) {
                    fold = families.fold(event.stream());
                    streams++;
                }
                stream = event.stream();
                version = event.version();
                var outgoing = fold.next(event);
                if (outgoing == null) continue;
                published++;
                visitor.see(new PublicEvent(event.id(), outgoing));
            }
        }
    }

    private void republish(Set<UUID> missing) {
        var again = new ArrayList<Outgoing>();
        scan(event -> {
            if (!missing.contains(event.id())) return;
            again.add(event.outgoing());
            if (again.size() == PAGE) insert(again);
        });
        insert(again);
    }

    private void insert(List<Outgoing> rows) {
        database.query(REPUBLISH, Tuple.tuple()
                .addArrayOfString(rows.stream().map(Outgoing::envelope).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(Outgoing::data).toArray(String[]::new)));
        rows.clear();
    }

    private Set<UUID> pending() {
        var ids = new HashSet<UUID>();
        for (Row row : database.query("SELECT envelope FROM outbox", Tuple.tuple())) {
            try {
                ids.add(EventWriter.readEnvelope(row.getString(0)).id());
            } catch (IOException e) {
                throw new IllegalStateException("an envelope in the outbox cannot be read");
            }
        }
        return ids;
    }

    private static StoredEvent stored(Row row) {
        return new StoredEvent(
                row.getString(0), row.getLong(1), row.getUUID(2), row.getString(3), row.getInteger(4),
                row.getOffsetDateTime(5).toInstant(), row.getOffsetDateTime(6).toInstant(),
                row.getString(7), row.getUUID(8), row.get(UUID.class, 9), row.getString(10));
    }
}
