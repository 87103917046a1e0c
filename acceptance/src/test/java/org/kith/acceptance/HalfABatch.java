package org.kith.acceptance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Stops a reporting process where it hurts: in the middle of a transaction that has written already, at a random moment of it.
 * The database is the witness: a session of reporting that has written stands idle in its transaction, because its process does
 * not go on.
 */
final class HalfABatch {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_DELAY = Duration.ofMillis(80);
    private static final Duration LOOK = Duration.ofMillis(4);
    private static final Duration STILL = Duration.ofMillis(500);
    private static final String WRITES = "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user AND backend_xid IS NOT NULL";
    private static final String STANDS_STILL = WRITES + " AND state = 'idle in transaction' AND state_change < clock_timestamp() - interval '0.4 s'";

    private HalfABatch() {}

    /** @throws IllegalStateException when the process is not seen in the middle of a batch for two minutes */
    static Paused pause(Platform platform, ProcessHandle process, Random random) throws IOException, InterruptedException, SQLException {
        var end = Instant.now().plus(PATIENCE);
        try (var database = platform.database("reporting")) {
            while (Instant.now().isBefore(end)) {
                LockSupport.parkNanos(LOOK.toNanos());
                if (!is(database, WRITES)) continue;
                LockSupport.parkNanos(random.nextLong(LONGEST_DELAY.toNanos()));
                var paused = Paused.now(process);
                LockSupport.parkNanos(STILL.toNanos());
                if (is(database, STANDS_STILL)) return paused;
                paused.close();
            }
        }
        throw new IllegalStateException("reporting was never seen in the middle of a batch");
    }

    private static boolean is(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }
}
