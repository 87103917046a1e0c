package org.kith.referral.safeguarding;

import static org.kith.eventstore.CompanionTable.column;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.RegisterTable;
import org.kith.referral.safeguarding.domain.Concern;

/** Concerns as they stand, and what was said of the person, sealed. */
@Singleton
public final class Concerns {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "safeguarding_concern",
            column("referral", ColumnType.UUID),
            column("person", ColumnType.UUID),
            column("programme", ColumnType.TEXT),
            column("area", ColumnType.TEXT),
            column("kind", ColumnType.TEXT),
            column("raised_at", ColumnType.TIMESTAMPTZ),
            column("raised_by", ColumnType.TEXT),
            column("overdue", ColumnType.BOOLEAN),
            column("acknowledged_at", ColumnType.TIMESTAMPTZ),
            column("acknowledged_by", ColumnType.TEXT),
            column("actions", ColumnType.TEXT));
    public static final CompanionTable NOTE = CompanionTable.rows("safeguarding_note", column("concern", ColumnType.UUID), column("sealed", ColumnType.BYTEA));

    private static final int MOST = 200;
    private static final String SHOWN = """
            SELECT c.id, c.version, c.referral, c.person, c.programme, c.area, c.kind, c.raised_at, c.overdue, c.acknowledged_at, c.actions, n.sealed
            FROM safeguarding_concern c LEFT JOIN safeguarding_note n ON n.concern = c.id::uuid""";

    private final Pool pool;

    Concerns(Pool pool) {
        this.pool = pool;
    }

    static List<CompanionRow> show(Concern state, long version, int added) {
        return switch (state) {
            case Concern.NotRaised _ -> List.of();
            case Concern.Raised s -> {
                var acknowledgement = s.acknowledgement();
                yield REGISTER.show(
                        s.about().concern().toString(), version, added, s.about().referral(), s.about().person(), s.about().programme(), s.about().area(),
                        s.kind(), s.raisedAt(), s.raisedBy(), s.overdue(), acknowledgement == null ? null : acknowledgement.at(),
                        acknowledgement == null ? null : acknowledgement.by(), String.join(",", s.actions()));
            }
        };
    }

    Uni<Optional<ConcernRow>> find(UUID concern) {
        return pool.preparedQuery(SHOWN + " WHERE c.id = $1").execute(Tuple.of(concern.toString())).map(rows -> rows(rows).stream().findFirst());
    }

    /** Those that nobody has acknowledged first, then the latest. */
    Uni<List<ConcernRow>> in(Set<String> programmes) {
        return pool.preparedQuery(SHOWN + " WHERE c.programme = ANY ($1) ORDER BY c.acknowledged_at IS NOT NULL, c.raised_at DESC LIMIT $2")
                .execute(Tuple.of(programmes.toArray(String[]::new), MOST))
                .map(Concerns::rows);
    }

    /** Raised before that moment, not acknowledged, and not yet said to be overdue. */
    Uni<List<ConcernRow>> unacknowledged(Instant raisedBefore) {
        return pool.preparedQuery(SHOWN + " WHERE c.acknowledged_at IS NULL AND NOT c.overdue AND c.raised_at < $1 ORDER BY c.raised_at LIMIT $2")
                .execute(Tuple.of(raisedBefore.atOffset(ZoneOffset.UTC), MOST))
                .map(Concerns::rows);
    }

    private static List<ConcernRow> rows(RowSet<Row> rows) {
        var found = new ArrayList<ConcernRow>(rows.size());
        for (var row : rows) {
            var acknowledged = row.getOffsetDateTime("acknowledged_at");
            var sealed = row.getBuffer("sealed");
            var actions = row.getString("actions");
            found.add(new ConcernRow(
                    UUID.fromString(row.getString("id")), row.getLong("version"), row.getUUID("referral"), row.getUUID("person"), row.getString("programme"),
                    row.getString("area"), row.getString("kind"), row.getOffsetDateTime("raised_at").toInstant(), row.getBoolean("overdue"),
                    acknowledged == null ? null : acknowledged.toInstant(), actions.isEmpty() ? List.of() : List.of(actions.split(",")),
                    sealed == null ? null : sealed.getBytes()));
        }
        return found;
    }
}
