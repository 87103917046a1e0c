package org.kith.referral.engaging;

import static org.kith.eventstore.CompanionTable.column;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.referral.engaging.domain.EngagementFact;

/** Engagements as they happened, one row each, written in the commit of their event. */
@Singleton
public final class Engagements {
    public static final CompanionTable TABLE = CompanionTable.rows(
            "primary_care_engagement",
            column("engagement", ColumnType.UUID),
            column("programme", ColumnType.TEXT),
            column("area", ColumnType.TEXT),
            column("practice", ColumnType.TEXT),
            column("kind", ColumnType.TEXT),
            column("occurred_at", ColumnType.TIMESTAMPTZ));

    private final Pool pool;

    Engagements(Pool pool) {
        this.pool = pool;
    }

    static CompanionRow row(EngagementFact.Engaged engaged) {
        return TABLE.row(engaged.engagement(), engaged.programme(), engaged.area(), engaged.practice(), engaged.kind(), engaged.occurredAt());
    }

    Uni<Optional<EngagementView>> find(UUID engagement) {
        return pool.preparedQuery("SELECT engagement, programme, area, practice, kind, occurred_at FROM primary_care_engagement WHERE engagement = $1")
                .execute(Tuple.of(engagement))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(view(rows.iterator().next())));
    }

    private static EngagementView view(Row row) {
        return new EngagementView(
                row.getUUID("engagement"), row.getString("programme"), row.getString("area"), row.getString("practice"), row.getString("kind"),
                row.getOffsetDateTime("occurred_at").toInstant());
    }
}
