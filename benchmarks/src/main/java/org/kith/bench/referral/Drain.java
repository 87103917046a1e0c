package org.kith.bench.referral;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Waits until the relay has published everything, and reporting has counted it. */
final class Drain implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RECORDS_EACH = 2;
    private static final String LEFT = "SELECT count(*) FROM (SELECT FROM outbox LIMIT 1) AS any_left";
    private static final String COUNTED = "SELECT coalesce(sum(next_offset), 0) FROM position WHERE topic = 'kith.referral.events'";

    private final Connection referral;
    private final Connection reporting;

    Drain(RunningKith kith) throws IOException, SQLException {
        this(kith, kith.database("referral"));
    }

    /** @param referral where the outbox is */
    Drain(RunningKith kith, Connection referral) throws IOException, SQLException {
        this.referral = referral;
        this.reporting = kith.database("reporting");
    }

    /** Referrals received each second, to the last one's being published and counted. */
    double rate(ReferralLoad load, Duration time, String token) throws SQLException, InterruptedException {
        long before = counted();
        long begin = System.nanoTime();
        long received = load.run(time, token);
        await(before + RECORDS_EACH * received);
        return received * 1e9 / (System.nanoTime() - begin);
    }

    /** How many of the topic's records reporting has counted. */
    private long counted() throws SQLException {
        return number(reporting, COUNTED);
    }

    private void await(long records) throws SQLException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (number(referral, LEFT) > 0 || counted() < records) {
            if (Instant.now().isAfter(until))
                throw new IllegalStateException("not drained: %d of %d records counted".formatted(counted(), records));
            Thread.sleep(5);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        referral.close();
        reporting.close();
    }
}
