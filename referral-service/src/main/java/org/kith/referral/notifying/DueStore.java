package org.kith.referral.notifying;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be sent now, and what came of it. An endpoint is one process's at a time, until it is given back or its time is over. */
@Singleton
final class DueStore {
    /** Whose it is, where it is, and which generations of its secret are good: read with each turn, since they may change between two. */
    private static final String AS_IT_IS = """
            RETURNING id, organisation, url, ARRAY(
              SELECT s.generation FROM webhook_secret s WHERE s.endpoint = webhook_endpoint.id AND s.valid_until > now() ORDER BY s.generation DESC LIMIT 8)""";
    private static final String TAKE = """
            UPDATE webhook_endpoint SET taken_by = $1, taken_until = clock_timestamp() + $2 * interval '1 millisecond'
            WHERE id IN (
              SELECT e.id FROM webhook_endpoint e
              WHERE e.state = 'active' AND e.taken_until < clock_timestamp() AND e.id <> ALL ($4) AND EXISTS (SELECT FROM webhook_due d WHERE d.endpoint = e.id)
              ORDER BY e.taken_until LIMIT $3 FOR UPDATE SKIP LOCKED)
            """ + AS_IT_IS;
    private static final String KEEP = """
            UPDATE webhook_endpoint SET taken_until = clock_timestamp() + $3 * interval '1 millisecond'
            WHERE id = $1 AND taken_by = $2 AND state = 'active'
            """ + AS_IT_IS;
    /** Nothing is told any more of who was erased while it waited. */
    private static final String ERASED = """
            UPDATE webhook_delivery d SET state = 'cancelled', ended_at = now() FROM referral_file f
            WHERE d.endpoint = $1 AND d.state = 'pending' AND f.referral = d.referral AND NOT EXISTS (SELECT FROM vault_key k WHERE k.person = f.person)""";
    private static final String DUE = """
            SELECT d.id, d.referral, d.kind, d.detail, d.format, d.occurred_at, d.tries, f.person, f.programme, f.area, f.organisation
            FROM webhook_due d JOIN referral_file f USING (referral) WHERE d.endpoint = $1 ORDER BY d.due_at, d.id LIMIT $2""";
    private static final String DONE = """
            WITH tried AS (INSERT INTO webhook_attempt (delivery, status, failure, milliseconds) VALUES ($1, $2, $3, $4))
            UPDATE webhook_delivery SET state = $5, tries = tries + 1, due_at = now() + $6 * interval '1 millisecond', ended_at = CASE WHEN $5 <> 'pending' THEN now() END
            WHERE id = $1 AND state = 'pending'""";

    private final Pool pool;
    private final UUID self = UUID.randomUUID();

    DueStore(Pool pool) {
        this.pool = pool;
    }

    /** @param generations of its secret that sign, the newest first */
    record Taken(UUID endpoint, String organisation, String url, List<Integer> generations) {}

    /** @param detail the reason or the outcome; {@code tries} before this one */
    record Due(
            UUID id, UUID referral, UUID person, String organisation, String programme, String area, String kind, @Nullable String detail, String format,
            Instant occurredAt, int tries) {}

    /** Endpoints that something is due for, those first that have waited longest for their turn. */
    Uni<List<Taken>> take(int most, Set<UUID> butNot, Duration time) {
        return pool.preparedQuery(TAKE).execute(Tuple.of(self, (double) time.toMillis(), most, butNot.toArray(UUID[]::new))).map(rows -> {
            var taken = new ArrayList<Taken>();
            for (var row : rows) taken.add(taken(row));
            return taken;
        });
    }

    /** @return as it is by now; null when it is somebody else's, or to be told no more */
    Uni<@Nullable Taken> keep(UUID endpoint, Duration time) {
        return pool.preparedQuery(KEEP).execute(Tuple.of(endpoint, self, (double) time.toMillis())).map(rows -> rows.size() == 0 ? null : taken(rows.iterator().next()));
    }

    private static Taken taken(Row row) {
        return new Taken(row.getUUID(0), row.getString(1), row.getString(2), List.of(row.getArrayOfIntegers(3)));
    }

    /** @param pause for which nobody takes it */
    Uni<Void> giveBack(UUID endpoint, Duration pause) {
        return pool.preparedQuery("UPDATE webhook_endpoint SET taken_until = clock_timestamp() + $3 * interval '1 millisecond' WHERE id = $1 AND taken_by = $2")
                .execute(Tuple.of(endpoint, self, (double) pause.toMillis())).replaceWithVoid();
    }

    /** Of each referral at most one. */
    Uni<List<Due>> due(UUID endpoint, int most) {
        return pool.preparedQuery(ERASED).execute(Tuple.of(endpoint))
                .chain(() -> pool.preparedQuery(DUE).execute(Tuple.of(endpoint, most)))
                .map(rows -> {
                    var due = new ArrayList<Due>();
                    for (var row : rows)
                        due.add(new Due(
                                row.getUUID("id"), row.getUUID("referral"), row.getUUID("person"), row.getString("organisation"), row.getString("programme"),
                                row.getString("area"), row.getString("kind"), row.getString("detail"), row.getString("format"),
                                row.getOffsetDateTime("occurred_at").toInstant(), row.getInteger("tries")));
                    return due;
                });
    }

    /** @param again null: it has ended; else how long to wait before the next try */
    Uni<Void> done(UUID delivery, Outcome outcome, @Nullable Duration again) {
        var state = again != null ? "pending" : outcome.taken() ? "delivered" : "failed";
        return pool.preparedQuery(DONE)
                .execute(Tuple.of(delivery, outcome.status(), outcome.failure(), (int) outcome.took().toMillis(), state, again == null ? 0d : (double) again.toMillis()))
                .replaceWithVoid();
    }

    Uni<Void> cancel(UUID delivery) {
        return pool.preparedQuery("UPDATE webhook_delivery SET state = 'cancelled', ended_at = now() WHERE id = $1 AND state = 'pending'").execute(Tuple.of(delivery))
                .replaceWithVoid();
    }

    /** The receiver said that there is nobody any more. */
    Uni<Void> disable(UUID endpoint) {
        return pool
                .preparedQuery(
                        "UPDATE webhook_endpoint SET state = 'disabled', version = version + 1, changed_at = now(), changed_by = 'receiver' WHERE id = $1 AND state = 'active'")
                .execute(Tuple.of(endpoint)).replaceWithVoid();
    }
}
