package org.kith.reporting.ingesting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.kith.reporting.storage.Columns;

/** How far each partition has been read, in the database. */
@Singleton
public class Positions {

    /** @param id short name of the partition in other tables */
    record Position(int id, long next) {}

    private static final String REGISTER = """
            INSERT INTO position (topic, partition, next_offset)
            SELECT topic, partition, 0 FROM unnest($1::text[], $2::int[]) AS asked (topic, partition)
            WHERE NOT EXISTS (SELECT FROM position p WHERE p.topic = asked.topic AND p.partition = asked.partition)
            ON CONFLICT DO NOTHING
            """;
    private static final String ALL = "SELECT topic, partition, id, next_offset FROM position";
    /** Compare and set: moves nothing when another process has read on in the meantime. */
    private static final String ADVANCE = """
            UPDATE position p SET next_offset = moved.next, through = greatest(p.through, moved.through)
            FROM unnest($1::text[], $2::int[], $3::int8[], $4::int8[], $5::timestamptz[]) AS moved (topic, partition, expected, next, through)
            WHERE p.topic = moved.topic AND p.partition = moved.partition AND p.next_offset = moved.expected
            """;
    /** Never waits for a batch that is moving a position: that one says itself how far it has read. */
    private static final String READ_THROUGH = """
            UPDATE position p SET through = $4
            FROM (
                SELECT id FROM position JOIN unnest($1::text[], $2::int[], $3::int8[]) AS ending (topic, partition, ends) USING (topic, partition)
                WHERE next_offset >= ending.ends AND through < $4 FOR UPDATE OF position SKIP LOCKED
            ) AS idle WHERE p.id = idle.id
            """;
    private static final String BACK = "UPDATE position SET next_offset = $3 WHERE topic = $1 AND partition = $2 AND next_offset <> $3";

    private final Pool pool;

    Positions(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> register(Collection<TopicPartition> partitions) {
        return pool.preparedQuery(REGISTER).execute(columns(sorted(partitions)).tuple()).replaceWithVoid();
    }

    Uni<Map<TopicPartition, Position>> all() {
        return pool.preparedQuery(ALL).execute().map(rows -> {
            var positions = new HashMap<TopicPartition, Position>();
            for (var row : rows) positions.put(new TopicPartition(row.getString(0), row.getInteger(1)), new Position(row.getInteger(2), row.getLong(3)));
            return positions;
        });
    }

    /** Fails with {@link PartitionLost} unless every partition stood where it was expected. */
    Uni<Void> advance(SqlConnection connection, List<Span> spans) {
        if (spans.isEmpty()) return Uni.createFrom().voidItem();
        var parameters = Columns.of(spans)
                .texts(Span::topic).ints(span -> span.partition().partition()).longs(Span::expected).longs(Span::next).moments(Span::through).tuple();
        return connection.preparedQuery(ADVANCE).execute(parameters).invoke(rows -> {
            if (rows.rowCount() != spans.size()) throw new PartitionLost();
        }).replaceWithVoid();
    }

    /** Notes of those partitions that have been read to their end, whoever reads them, that nothing more was appended up to the moment. */
    Uni<Void> readThrough(Map<TopicPartition, Long> ends, Instant moment) {
        var partitions = sorted(ends.keySet());
        return pool.preparedQuery(READ_THROUGH)
                .execute(columns(partitions).longs(ends::get).tuple().addValue(Columns.moment(moment)))
                .replaceWithVoid();
    }

    /** Moves a position to where a broker that lost records starts again; what was counted before is known by its event ids. */
    Uni<Void> back(TopicPartition partition, long offset) {
        return pool.preparedQuery(BACK).execute(Tuple.of(partition.topic(), partition.partition(), offset)).replaceWithVoid();
    }

    private static List<TopicPartition> sorted(Collection<TopicPartition> partitions) {
        return partitions.stream().sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition)).toList();
    }

    private static Columns<TopicPartition> columns(List<TopicPartition> partitions) {
        return Columns.of(partitions).texts(TopicPartition::topic).ints(TopicPartition::partition);
    }
}
