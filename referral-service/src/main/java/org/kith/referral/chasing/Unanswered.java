package org.kith.referral.chasing;

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
import java.util.UUID;

/** Referrals that nobody has answered yet. */
@Singleton
final class Unanswered {
    static final int AT_ONCE = 200;

    /** @param since when the waiting for a reply began */
    record Referral(UUID id, Instant since, boolean chased) {}

    /** An id says when it was made, so that what nobody has touched is read along the primary key. */
    private static final String UNTOUCHED = """
            SELECT f.referral FROM referral_file f
            WHERE f.referral > $1 AND f.referral < $2 AND NOT EXISTS (SELECT FROM referral_progress p WHERE p.referral = f.referral)
            ORDER BY f.referral LIMIT $3""";
    private static final String TOUCHED = """
            SELECT referral, asked_since, chased FROM referral_progress
            WHERE phase = 'awaiting-reply' AND (NOT chased AND asked_since < $1 OR chased AND asked_since < $2)
            ORDER BY asked_since, referral LIMIT $3""";

    private final Pool pool;

    Unanswered(Pool pool) {
        this.pool = pool;
    }

    /** Received before that moment, and never touched; in the order of their ids, those after that one. */
    Uni<List<Referral>> untouched(UUID after, Instant receivedBefore) {
        return pool.preparedQuery(UNTOUCHED).execute(Tuple.of(after, first(receivedBefore), AT_ONCE)).map(rows -> {
            var found = new ArrayList<Referral>();
            for (var row : rows) found.add(new Referral(row.getUUID(0), Instant.ofEpochMilli(row.getUUID(0).getMostSignificantBits() >>> 16), false));
            return found;
        });
    }

    /** Touched, and waiting for a reply since before those moments: the first for what was not chased yet. */
    Uni<List<Referral>> touched(Instant toBeChased, Instant toBeDeclined) {
        return pool.preparedQuery(TOUCHED)
                .execute(Tuple.of(toBeChased.atOffset(ZoneOffset.UTC), toBeDeclined.atOffset(ZoneOffset.UTC), AT_ONCE))
                .map(Unanswered::referrals);
    }

    private static List<Referral> referrals(RowSet<Row> rows) {
        var found = new ArrayList<Referral>();
        for (var row : rows) found.add(new Referral(row.getUUID(0), row.getOffsetDateTime(1).toInstant(), row.getBoolean(2)));
        return found;
    }

    /** The least id that can be made at that moment. */
    static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }
}
