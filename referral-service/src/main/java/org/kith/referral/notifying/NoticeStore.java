package org.kith.referral.notifying;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Turns what is to be told into deliveries. */
@Singleton
final class NoticeStore {
    static final int AT_ONCE = 500;
    /** Any number that nothing else in this database locks. */
    private static final long LOCK = 0x6b697468_7765_6268L;
    /**
     * The notices go in the commit in which the deliveries come. Who was referred to keep them safe was not asked: their sender is
     * told that it was answered, and no more. Nothing is told of who was erased.
     */
    private static final String DELIVERIES = """
            WITH taken AS (
              DELETE FROM webhook_notice WHERE (referral, version) IN (SELECT referral, version FROM webhook_notice ORDER BY referral, version LIMIT $1)
              RETURNING referral, version, kind),
            made AS (
              INSERT INTO webhook_delivery (id, endpoint, organisation, referral, version, event, kind, detail, format, occurred_at)
              SELECT uuidv7(), e.id, e.organisation, t.referral, t.version, h.event, t.kind,
                     CASE WHEN f.safeguarding THEN NULL WHEN h.type = 'person.disengaged' THEN 'disengaged' ELSE coalesce(h.data ->> 'outcome', h.data ->> 'reason') END, e.format, h.occurred_at
              FROM taken t JOIN referral_history h USING (referral, version) JOIN referral_file f USING (referral)
              JOIN webhook_endpoint e ON e.organisation = f.organisation AND e.state = 'active' AND t.kind = ANY (e.kinds)
              WHERE (NOT f.safeguarding OR t.kind IN ('referral.accepted', 'referral.declined')) AND EXISTS (SELECT FROM vault_key k WHERE k.person = f.person))
            SELECT count(*)::int FROM taken""";

    private final Pool pool;

    NoticeStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * One process at a time, so that no delivery comes before one of an earlier event.
     *
     * @return how many notices are done; 0 also when another is at it
     */
    Uni<Integer> deliver() {
        return pool.withTransaction(tx -> tx.preparedQuery("SELECT pg_try_advisory_xact_lock($1)").execute(Tuple.of(LOCK)).chain(lock -> lock.iterator().next().getBoolean(0)
                ? tx.preparedQuery(DELIVERIES).execute(Tuple.of((long) AT_ONCE)).map(rows -> rows.iterator().next().getInteger(0))
                : Uni.createFrom().item(0)));
    }

    /** Whether there is anything to tell: what is asked again and again costs no transaction. */
    Uni<Boolean> any() {
        return pool.preparedQuery("SELECT EXISTS (SELECT FROM webhook_notice)").execute().map(rows -> rows.iterator().next().getBoolean(0));
    }
}
