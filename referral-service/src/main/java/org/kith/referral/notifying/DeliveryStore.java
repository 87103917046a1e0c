package org.kith.referral.notifying;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries, to be read and to be asked for again. */
@Singleton
final class DeliveryStore {
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final int MOST_ATTEMPTS = 10;
    private static final String PAGE = """
            SELECT id, endpoint, referral, kind, state, created_at, due_at, ended_at FROM webhook_delivery
            WHERE %s AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR endpoint = $3) AND id < $4
            ORDER BY id DESC LIMIT $5""";
    /** Two statements, so that an organisation's own are found along its index. */
    private static final String OWN = PAGE.formatted("organisation = $1");
    private static final String EVERYBODYS = PAGE.formatted("$1::text IS NULL");
    private static final String ATTEMPTS = """
            SELECT d.id, a.at, a.status, a.failure, a.milliseconds FROM unnest($1::uuid[]) AS d (id)
            CROSS JOIN LATERAL (SELECT * FROM webhook_attempt w WHERE w.delivery = d.id ORDER BY w.at DESC LIMIT $2) AS a""";
    private static final String REPLAY = """
            UPDATE webhook_delivery d SET state = 'pending', tries = 0, due_at = now(), ended_at = NULL FROM webhook_endpoint e
            WHERE d.id = $1 AND e.id = d.endpoint AND e.state = 'active'""";

    private final Pool pool;

    DeliveryStore(Pool pool) {
        this.pool = pool;
    }

    /** The newest first. @param organisation, state, endpoint null: any */
    Uni<List<DeliveryView>> page(@Nullable String organisation, @Nullable String state, @Nullable UUID endpoint, @Nullable UUID after, int most) {
        return pool.preparedQuery(organisation == null ? EVERYBODYS : OWN).execute(Tuple.of(organisation, state, endpoint, after == null ? AFTER_ALL : after, most)).chain(rows -> {
            var ids = new ArrayList<UUID>();
            for (var row : rows) ids.add(row.getUUID("id"));
            return attempts(ids).map(attempts -> views(rows, attempts));
        });
    }

    /** Of which organisation it is; null where there is none. */
    Uni<@Nullable String> organisation(UUID delivery) {
        return pool.preparedQuery("SELECT organisation FROM webhook_delivery WHERE id = $1").execute(Tuple.of(delivery))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString(0));
    }

    /** @return false where its endpoint is not active */
    Uni<Boolean> replay(UUID delivery) {
        return pool.preparedQuery(REPLAY).execute(Tuple.of(delivery)).map(rows -> rows.rowCount() == 1);
    }

    private Uni<Map<UUID, List<DeliveryView.Attempt>>> attempts(List<UUID> deliveries) {
        return pool.preparedQuery(ATTEMPTS).execute(Tuple.of(deliveries.toArray(UUID[]::new), MOST_ATTEMPTS)).map(rows -> {
            var attempts = new HashMap<UUID, List<DeliveryView.Attempt>>();
            for (var row : rows)
                attempts.computeIfAbsent(row.getUUID(0), _ -> new ArrayList<>()).add(new DeliveryView.Attempt(
                        row.getOffsetDateTime(1).toInstant(), row.getInteger(2), row.getString(3), row.getInteger(4)));
            return attempts;
        });
    }

    private static List<DeliveryView> views(RowSet<Row> rows, Map<UUID, List<DeliveryView.Attempt>> attempts) {
        var views = new ArrayList<DeliveryView>(rows.size());
        for (var row : rows) {
            var state = row.getString("state");
            views.add(new DeliveryView(
                    row.getUUID("id"), row.getUUID("endpoint"), row.getUUID("referral"), row.getString("kind"), state,
                    row.getOffsetDateTime("created_at").toInstant(), state.equals("pending") ? row.getOffsetDateTime("due_at").toInstant() : null, instant(row, "ended_at"),
                    attempts.getOrDefault(row.getUUID("id"), List.of())));
        }
        return views;
    }

    private static @Nullable Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
