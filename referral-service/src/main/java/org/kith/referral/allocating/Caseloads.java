package org.kith.referral.allocating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many open referrals each worker has. A rule that reads them does not wait for others who allocate at the same moment. */
@Singleton
final class Caseloads {
    private static final String OPEN = "SELECT worker, count(*)::int FROM referral_progress WHERE worker IS NOT NULL AND programme = $1 GROUP BY worker";
    private static final String OF = """
            SELECT p.referral, f.area FROM referral_progress p JOIN referral_file f USING (referral)
            WHERE p.worker = $1 AND p.programme = $2 ORDER BY p.since, p.referral LIMIT $3""";

    private final Pool pool;

    Caseloads(Pool pool) {
        this.pool = pool;
    }

    /** An open referral that a worker has. */
    record Held(UUID referral, String area) {}

    /** By worker; who has none is absent. */
    Uni<Map<String, Integer>> open(String programme) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(programme)).map(rows -> {
            var found = new HashMap<String, Integer>();
            for (var row : rows) found.put(row.getString(0), row.getInteger(1));
            return found;
        });
    }

    /** Those which the worker has had longest come first. */
    Uni<List<Held>> of(String worker, String programme, int most) {
        return pool.preparedQuery(OF).execute(Tuple.of(worker, programme, most))
                .map(rows -> rows.stream().map(row -> new Held(row.getUUID(0), row.getString(1))).toList());
    }
}
