package org.kith.bench.reporting;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks every millisecond how far each partition has been counted. A fact, what it adds to every roll-up, and the position behind it
 * are committed together, so what lies before a position that another session sees is in every report asked from then on. Which
 * referrals these are is read afterwards: the looks are no work to speak of. Resolution: the millisecond and the time of one look,
 * which is printed with the row.
 */
final class SeenReferrals implements AutoCloseable {
    private static final long PAUSE = 1_000_000;
    private static final String POSITIONS = "SELECT id, next_offset FROM position WHERE topic = 'kith.referral.events'";
    private static final String COUNTED = """
            SELECT stream FROM fact WHERE source = ? AND source_offset >= ? AND source_offset < ? AND type = 'referral.received'
            """;

    /** From the one offset to before the other was counted by the time {@code at}. */
    private record Step(int source, long from, long to, long at) {}

    private final Connection looking;
    private final Connection reading;
    private final Map<Integer, Long> next = new TreeMap<>();
    private final ConcurrentLinkedQueue<Step> steps = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable SQLException failure;
    private volatile long looks;
    private volatile long spent;

    SeenReferrals(Connection looking, Connection reading) throws SQLException {
        this.looking = looking;
        this.reading = reading;
        try (var rows = looking.createStatement().executeQuery(POSITIONS)) {
            while (rows.next()) next.put(rows.getInt(1), rows.getLong(2));
        }
        thread = Thread.ofPlatform().start(this::run);
    }

    /** Stream → {@code System.nanoTime()} after the look that found it counted. To be called by one thread. */
    Map<String, Long> seen() throws SQLException {
        var failed = failure;
        if (failed != null) throw failed;
        var found = new ArrayList<Step>();
        for (var step = steps.poll(); step != null; step = steps.poll()) found.add(step);
        read(found);
        return seen;
    }

    private void read(List<Step> found) throws SQLException {
        try (var statement = reading.prepareStatement(COUNTED)) {
            for (var step : found) {
                statement.setInt(1, step.source());
                statement.setLong(2, step.from());
                statement.setLong(3, step.to());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) seen.put(rows.getString(1), step.at());
                }
            }
        }
    }

    /** Mean time from one look's end to the next one's, in milliseconds. */
    double resolution() {
        return spent / 1e6 / Math.max(1, looks);
    }

    private void run() {
        try (var look = looking.prepareStatement(POSITIONS)) {
            long before = System.nanoTime();
            while (!closing) {
                try (var rows = look.executeQuery()) {
                    note(rows, System.nanoTime());
                }
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

    private void note(ResultSet rows, long now) throws SQLException {
        while (rows.next()) {
            int source = rows.getInt(1);
            long reached = rows.getLong(2);
            long before = next.getOrDefault(source, reached);
            if (reached > before) steps.add(new Step(source, before, reached, now));
            next.put(source, reached);
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        closing = true;
        thread.join();
        looking.close();
        reading.close();
    }
}
