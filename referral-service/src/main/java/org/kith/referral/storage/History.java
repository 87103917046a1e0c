package org.kith.referral.storage;

import static org.kith.eventstore.CompanionTable.column;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.NewEvent;

/** What was done in each referral after its receipt, one row for each event, in the order of its stream. */
@Singleton
public final class History {
    static final CompanionTable TABLE = CompanionTable.rows(
            "referral_history",
            column("referral", ColumnType.UUID),
            column("version", ColumnType.BIGINT),
            column("event", ColumnType.UUID),
            column("type", ColumnType.TEXT),
            column("schema_version", ColumnType.INT),
            column("occurred_at", ColumnType.TIMESTAMPTZ),
            column("recorded_at", ColumnType.TIMESTAMPTZ),
            column("actor", ColumnType.TEXT),
            column("data", ColumnType.JSON),
            column("sealed", ColumnType.BYTEA));
    /** Far more than any referral has; what is older than that is in its events. */
    private static final int MOST = 1_000;

    /** @param sealed note, bound to the event */
    public record Entry(
            long version, UUID event, String type, int schemaVersion, Instant occurredAt, Instant recordedAt, String actor, String data,
            byte @Nullable [] sealed) {}

    private final Pool pool;

    History(Pool pool) {
        this.pool = pool;
    }

    /** @param note sealed, of the first event */
    public static List<CompanionRow> rows(UUID referral, long version, List<NewEvent> events, String actor, Instant now, byte @Nullable [] note) {
        var rows = new ArrayList<CompanionRow>(events.size());
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            rows.add(TABLE.row(
                    referral, version - events.size() + i + 1, event.id(), event.encoded().type(), event.encoded().version(),
                    event.occurredAt(), now, actor, event.encoded().data(), i == 0 ? note : null));
        }
        return rows;
    }

    public Uni<List<Entry>> of(UUID referral) {
        return pool.preparedQuery("""
                        SELECT version, event, type, schema_version, occurred_at, recorded_at, actor, data::text, sealed
                        FROM referral_history WHERE referral = $1 ORDER BY version LIMIT $2""")
                .execute(Tuple.of(referral, MOST))
                .map(History::entries);
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        var entries = new ArrayList<Entry>(rows.size());
        for (var row : rows) {
            var sealed = row.getBuffer("sealed");
            entries.add(new Entry(
                    row.getLong("version"), row.getUUID("event"), row.getString("type"), row.getInteger("schema_version"),
                    row.getOffsetDateTime("occurred_at").toInstant(), row.getOffsetDateTime("recorded_at").toInstant(), row.getString("actor"),
                    row.getString("data"), sealed == null ? null : sealed.getBytes()));
        }
        return entries;
    }
}
