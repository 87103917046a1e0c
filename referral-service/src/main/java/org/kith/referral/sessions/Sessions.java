package org.kith.referral.sessions;

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
import org.kith.referral.sessions.domain.SessionFact;

/** Sessions as they were held, one row each, written in the commit of their event. */
@Singleton
public final class Sessions {
    public static final CompanionTable TABLE = CompanionTable.rows(
            "support_session",
            column("session", ColumnType.UUID),
            column("programme", ColumnType.TEXT),
            column("area", ColumnType.TEXT),
            column("strand", ColumnType.TEXT),
            column("kind", ColumnType.TEXT),
            column("theme", ColumnType.TEXT),
            column("attended", ColumnType.INT),
            column("occurred_at", ColumnType.TIMESTAMPTZ));

    private final Pool pool;

    Sessions(Pool pool) {
        this.pool = pool;
    }

    static CompanionRow row(SessionFact.Held held) {
        return TABLE.row(
                held.session(), held.programme(), held.area(), held.strand(), held.kind(), held.theme(), held.attended(), held.occurredAt());
    }

    Uni<Optional<SessionView>> find(UUID session) {
        return pool.preparedQuery("SELECT session, programme, area, strand, kind, theme, attended, occurred_at FROM support_session WHERE session = $1")
                .execute(Tuple.of(session))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(view(rows.iterator().next())));
    }

    private static SessionView view(Row row) {
        return new SessionView(
                row.getUUID("session"), row.getString("programme"), row.getString("area"), row.getString("strand"), row.getString("kind"),
                row.getString("theme"), row.getInteger("attended"), row.getOffsetDateTime("occurred_at").toInstant());
    }
}
