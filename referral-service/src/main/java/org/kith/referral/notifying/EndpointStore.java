package org.kith.referral.notifying;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Endpoints, and the generations of their secrets. */
@Singleton
final class EndpointStore {
    private static final String COLUMNS = "id, organisation, url, kinds, format, state, registered_at, version";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Pool pool;

    EndpointStore(Pool pool) {
        this.pool = pool;
    }

    /** Null where there is none. */
    Uni<@Nullable Endpoint> find(UUID id) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM webhook_endpoint WHERE id = $1 AND state <> 'deleted'").execute(Tuple.of(id)).map(EndpointStore::first);
    }

    /** @param organisation null: of all */
    Uni<List<Endpoint>> list(@Nullable String organisation, @Nullable UUID after, int most) {
        return pool
                .preparedQuery("SELECT " + COLUMNS + " FROM webhook_endpoint WHERE state <> 'deleted' AND ($1::text IS NULL OR organisation = $1) AND id > $2 ORDER BY id LIMIT $3")
                .execute(Tuple.of(organisation, after == null ? BEFORE_ALL : after, most)).map(EndpointStore::endpoints);
    }

    Uni<Long> count(String organisation) {
        return pool.preparedQuery("SELECT count(*) FROM webhook_endpoint WHERE organisation = $1 AND state <> 'deleted'")
                .execute(Tuple.of(organisation)).map(rows -> rows.iterator().next().getLong(0));
    }

    /** @return false when there is one under that id already, deleted or not */
    Uni<Boolean> add(Endpoint endpoint, String actor) {
        return pool.withTransaction(tx -> tx.preparedQuery("""
                        INSERT INTO webhook_endpoint (id, organisation, url, kinds, format, state, version, registered_by, changed_by)
                        VALUES ($1, $2, $3, $4, $5, 'active', 1, $6, $6) ON CONFLICT (id) DO NOTHING""")
                .execute(Tuple.of(endpoint.id(), endpoint.organisation(), endpoint.url(), endpoint.kinds().toArray(String[]::new), endpoint.format(), actor))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().item(false) : addSecret(tx, endpoint.id(), 1).replaceWith(true)));
    }

    /**
     * Replaces it while nobody else can.
     *
     * @param change of the endpoint as it stands, null where there is none, into what it shall be; may throw
     * @return null where there is none
     */
    Uni<Endpoint> change(UUID id, String actor, Function<@Nullable Endpoint, Endpoint> change) {
        return pool.withTransaction(tx -> locked(tx, id).map(change).chain(next -> save(tx, next, actor)));
    }

    /** As {@link #change}, with a new secret; the ones before are good for so many seconds more. @return its generation */
    Uni<Integer> rotate(UUID id, String actor, int overlapSeconds, Function<@Nullable Endpoint, Endpoint> change) {
        return pool.withTransaction(tx -> locked(tx, id).map(change).chain(next -> save(tx, next, actor))
                .chain(() -> tx
                        .preparedQuery("UPDATE webhook_secret SET valid_until = least(valid_until, now() + make_interval(secs => $2)) WHERE endpoint = $1 AND valid_until > now()")
                        .execute(Tuple.of(id, (double) overlapSeconds)))
                .chain(() -> tx.preparedQuery("SELECT max(generation) FROM webhook_secret WHERE endpoint = $1").execute(Tuple.of(id)))
                .chain(rows -> {
                    int generation = rows.iterator().next().getInteger(0) + 1;
                    return addSecret(tx, id, generation).replaceWith(generation);
                }));
    }

    /** Nothing more is sent to it; what was, stays to be read. */
    Uni<Void> delete(UUID id, String actor, Function<@Nullable Endpoint, Endpoint> check) {
        return pool.withTransaction(tx -> locked(tx, id).map(check)
                .chain(() -> tx.preparedQuery("UPDATE webhook_endpoint SET state = 'deleted', version = version + 1, changed_at = now(), changed_by = $2 WHERE id = $1")
                        .execute(Tuple.of(id, actor)))
                .chain(() -> tx.preparedQuery("UPDATE webhook_delivery SET state = 'cancelled', ended_at = now() WHERE endpoint = $1 AND state = 'pending'").execute(Tuple.of(id)))
                .replaceWithVoid());
    }

    private static Uni<@Nullable Endpoint> locked(SqlConnection tx, UUID id) {
        return tx.preparedQuery("SELECT " + COLUMNS + " FROM webhook_endpoint WHERE id = $1 FOR UPDATE").execute(Tuple.of(id)).map(EndpointStore::first);
    }

    private static Uni<Endpoint> save(SqlConnection tx, Endpoint next, String actor) {
        return tx.preparedQuery("""
                        UPDATE webhook_endpoint SET url = $2, kinds = $3, format = $4, state = $5, version = version + 1, changed_at = now(), changed_by = $6
                        WHERE id = $1 RETURNING\s""" + COLUMNS)
                .execute(Tuple.of(next.id(), next.url(), next.kinds().toArray(String[]::new), next.format(), next.state(), actor))
                .map(rows -> endpoints(rows).getFirst());
    }

    private static Uni<Void> addSecret(SqlConnection tx, UUID endpoint, int generation) {
        return tx.preparedQuery("INSERT INTO webhook_secret (endpoint, generation) VALUES ($1, $2)").execute(Tuple.of(endpoint, generation)).replaceWithVoid();
    }

    private static @Nullable Endpoint first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : endpoints(rows).getFirst();
    }

    private static List<Endpoint> endpoints(RowSet<Row> rows) {
        var endpoints = new ArrayList<Endpoint>(rows.size());
        for (var row : rows)
            endpoints.add(new Endpoint(
                    row.getUUID("id"), row.getString("organisation"), row.getString("url"), List.of(row.getArrayOfStrings("kinds")), row.getString("format"),
                    row.getString("state"), row.getOffsetDateTime("registered_at").toInstant(), row.getLong("version"), null));
        return endpoints;
    }
}
