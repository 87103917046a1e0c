package org.kith.relay;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/**
 * The right to publish, one row per database. Only the database's clock counts. Whoever takes it over from another gets
 * a new epoch, and what the former holder still tries under the old one does nothing.
 */
final class Lease {
    private static final String TAKE = """
            UPDATE relay_lease SET holder = $1, epoch = epoch + 1, expires_at = clock_timestamp() + $2 * interval '1 millisecond'
            WHERE name = 'outbox' AND expires_at < clock_timestamp() RETURNING epoch""";

    private static final String RENEW = """
            UPDATE relay_lease SET expires_at = clock_timestamp() + $2 * interval '1 millisecond'
            WHERE name = 'outbox' AND epoch = $1 RETURNING epoch""";

    private static final String RELEASE = "UPDATE relay_lease SET expires_at = '-infinity' WHERE name = 'outbox' AND epoch = $1";

    private final Database database;
    private final UUID holder = UUID.randomUUID();
    private final Duration duration;
    private long epoch;
    private long renewedAt;

    Lease(Database database, Duration duration) {
        this.database = database;
        this.duration = duration;
    }

    boolean take() {
        long asked = System.nanoTime();
        var rows = database.query(TAKE, Tuple.of(holder, duration.toMillis()));
        if (rows.size() == 0) return false;
        epoch = rows.iterator().next().getLong(0);
        renewedAt = asked;
        return true;
    }

    /** @return false when another has taken it over */
    boolean renewWhenDue() {
        long asked = System.nanoTime();
        if (asked - renewedAt < duration.toNanos() / 4) return true;
        if (database.query(RENEW, Tuple.of(epoch, duration.toMillis())).size() == 0) return false;
        renewedAt = asked;
        return true;
    }

    void release() {
        database.query(RELEASE, Tuple.of(epoch));
    }

    long epoch() {
        return epoch;
    }
}
