package org.kith.referral.following;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals of an organisation have changed, in the order of the transactions that changed them. A transaction has its
 * number before it commits, so that one with a lower number may become visible later than one with a higher. Therefore nothing is
 * shown from the oldest transaction on that has not ended yet: what is shown is whole, and nothing can come before it any more.
 */
@Singleton
final class ChangeLog {
    /** What is looked through at once, however little of it is of use. */
    private static final int AT_ONCE = 1_000;
    /** More than any transaction takes, and than clocks differ. */
    private static final String MARGIN = "interval '1 hour'";

    /**
     * A referral that nobody has touched since its receipt has no row but its file; any other is told at its latest change only. Where
     * both are of one transaction, the change comes first: whoever stops between them has had what is told.
     */
    private static final String CHANGES = """
            WITH files AS MATERIALIZED (
              SELECT referral, xact, uuid_extract_timestamp(referral) AS at FROM referral_file
              WHERE organisation = $1 AND programme = ANY ($2) AND (xact, referral) > ($3::text::xid8, $4) AND xact < pg_snapshot_xmin(pg_current_snapshot())
              ORDER BY xact, referral LIMIT $5),
            steps AS MATERIALIZED (
              SELECT referral, xact, changed_at AS at FROM referral_progress
              WHERE organisation = $1 AND programme = ANY ($2) AND (xact, referral) > ($3::text::xid8, $4) AND xact < pg_snapshot_xmin(pg_current_snapshot())
              ORDER BY xact, referral LIMIT $5)
            SELECT referral, xact::text, at, true AS file, EXISTS (SELECT FROM referral_progress p WHERE p.referral = files.referral) AS superseded, xact AS place
            FROM files
            UNION ALL SELECT referral, xact::text, at, false, false, xact FROM steps
            ORDER BY place, referral, file""";
    /** Whatever has a lower number than something that old is older than that moment itself. */
    private static final String SINCE = """
            SELECT greatest(
              (SELECT xact::text::bigint FROM referral_file
               WHERE organisation = $1 AND uuid_extract_timestamp(referral) < $2::timestamptz - %1$s ORDER BY xact DESC, referral DESC LIMIT 1),
              (SELECT xact::text::bigint FROM referral_progress
               WHERE organisation = $1 AND changed_at < $2::timestamptz - %1$s ORDER BY xact DESC, referral DESC LIMIT 1), 0)""".formatted(MARGIN);
    private static final String NOW = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private final Pool pool;

    ChangeLog(Pool pool) {
        this.pool = pool;
    }

    record Change(UUID referral, Instant at, Position position) {}

    /**
     * @param end how far it was looked
     * @param more whether it was not looked to the end
     */
    record Part(List<Change> changes, Position end, boolean more) {}

    /**
     * @param programmes others are left out
     * @param since changes before that moment are left out
     * @param most changes
     */
    Uni<Part> after(Position position, String organisation, Set<String> programmes, @Nullable Instant since, int most) {
        return pool.preparedQuery(CHANGES)
                .execute(Tuple.of(
                        organisation, programmes.toArray(String[]::new), Long.toString(position.transaction()), position.referral(), (long) AT_ONCE))
                .map(rows -> part(rows, position, since, most));
    }

    /** From where to look for changes since that moment. */
    Uni<Position> since(Instant moment, String organisation) {
        return pool.preparedQuery(SINCE).execute(Tuple.of(organisation, moment.atOffset(ZoneOffset.UTC)))
                .map(rows -> Position.before(rows.iterator().next().getLong(0)));
    }

    /** Before everything that is not told yet. */
    Uni<Position> now() {
        return pool.preparedQuery(NOW).execute().map(rows -> Position.before(rows.iterator().next().getLong(0)));
    }

    private static Part part(RowSet<Row> rows, Position from, @Nullable Instant since, int most) {
        var changes = new ArrayList<Change>();
        var end = from;
        int files = 0;
        int steps = 0;
        for (var row : rows) {
            // beyond the last of either that was fetched there may be others that were not
            if (changes.size() == most || files == AT_ONCE || steps == AT_ONCE) return new Part(changes, end, true);
            if (row.getBoolean(3)) files++;
            else steps++;
            end = new Position(Long.parseLong(row.getString(1)), row.getUUID(0));
            var at = row.getOffsetDateTime(2).toInstant();
            if (!row.getBoolean(4) && (since == null || !at.isBefore(since))) changes.add(new Change(end.referral(), at, end));
        }
        return new Part(changes, end, files == AT_ONCE || steps == AT_ONCE);
    }
}
