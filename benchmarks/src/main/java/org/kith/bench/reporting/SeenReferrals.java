package org.kith.bench.reporting;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks every millisecond which referrals the next report would count. A fact, what it adds to every roll-up, and the position
 * behind it are committed together, so a fact that another session sees is in every report asked from then on. Resolution: the
 * millisecond and the time of one look, which is printed with the row.
 */
final class SeenReferrals implements AutoCloseable {
    private static final long PAUSE = 1_000_000;
    private static final String NEW = """
            SELECT f.source, f.source_offset, f.stream, f.type
            FROM unnest(?, ?) AS seen (source, next), LATERAL (
                SELECT * FROM fact WHERE fact.source = seen.source AND fact.source_offset >= seen.next ORDER BY source, source_offset LIMIT 1000
            ) AS f
            """;

    private final Connection database;
    private final Map<Integer, Long> next = new TreeMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable SQLException failure;
    private volatile long looks;
    private volatile long spent;

    SeenReferrals(Connection database) throws SQLException {
        this.database = database;
        try (var rows = database.createStatement().executeQuery("SELECT id, next_offset FROM position WHERE topic = 'kith.referral.events'")) {
            while (rows.next()) next.put(rows.getInt(1), rows.getLong(2));
        }
        thread = Thread.ofPlatform().start(this::run);
    }

    /** Stream → {@code System.nanoTime()} after the look that found it. */
    Map<String, Long> seen() throws SQLException {
        var failed = failure;
        if (failed != null) throw failed;
        return seen;
    }

    /** Mean time from one look's end to the next one's, in milliseconds. */
    double resolution() {
        return spent / 1e6 / Math.max(1, looks);
    }

    private void run() {
        try (var look = database.prepareStatement(NEW)) {
            long before = System.nanoTime();
            while (!closing) {
                look(look);
                long now = System.nanoTime();
                looks++;
                spent += now - before;
                before = now;
                LockSupport.parkNanos(PAUSE);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void look(java.sql.PreparedStatement look) throws SQLException {
        Array sources = database.createArrayOf("int4", next.keySet().toArray());
        Array offsets = database.createArrayOf("int8", next.values().toArray());
        look.setArray(1, sources);
        look.setArray(2, offsets);
        try (var rows = look.executeQuery()) {
            long now = System.nanoTime();
            while (rows.next()) {
                next.merge(rows.getInt(1), rows.getLong(2) + 1, Long::max);
                if (rows.getString(4).equals("referral.received")) seen.put(rows.getString(3), now);
            }
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        closing = true;
        thread.join();
        database.close();
    }
}
