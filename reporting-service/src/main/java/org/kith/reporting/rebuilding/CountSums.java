package org.kith.reporting.rebuilding;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became known of counts and sums in each hour, added up in memory as far as that goes and written to a table of partial
 * sums whenever there are many.
 */
final class CountSums {
    private static final int MOST = 50_000;

    /** Looked up millions of times: of numbers, and with a hash that spreads what differs in the day alone. */
    private record Key(int cell, int day, int periodDate, long hour) {
        static Key of(int cell, LocalDate day, LocalDate periodDate, Instant known) {
            return new Key(cell, (int) day.toEpochDay(), (int) periodDate.toEpochDay(), Math.floorDiv(known.getEpochSecond(), 3_600L));
        }

        @Override
        public int hashCode() {
            long hash = (cell * 0x9E3779B97F4A7C15L + day) * 0xBF58476D1CE4E5B9L + periodDate * 31L + hour;
            return (int) ((hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L >>> 32);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && cell == key.cell && day == key.day && periodDate == key.periodDate && hour == key.hour;
        }
    }

    private static final class Sum {
        private long number;
        private BigDecimal total = BigDecimal.ZERO;

        void add(long more, BigDecimal amount) {
            number += more;
            if (amount.signum() != 0) total = total.add(amount);
        }
    }

    private final int projection;
    private final Map<Key, Sum> sums = new HashMap<>();

    CountSums(int projection) {
        this.projection = projection;
    }

    void add(int cell, LocalDate day, LocalDate periodDate, Instant known, long number, BigDecimal amount) {
        sums.computeIfAbsent(Key.of(cell, day, periodDate, known), _ -> new Sum()).add(number, amount);
    }

    boolean isMuch() {
        return sums.size() >= MOST;
    }

    /** Copies the sums into the table and forgets them. */
    void write(Connection owner, String table) throws SQLException {
        try (var rows = new CopyRows(owner, table + " (projection, cell, day, period_date, known_hour, number, total)")) {
            for (var sum : sums.entrySet()) {
                var key = sum.getKey();
                rows.row(7).intField(projection).intField(key.cell()).field(LocalDate.ofEpochDay(key.day())).field(LocalDate.ofEpochDay(key.periodDate()))
                        .field(Instant.ofEpochSecond(key.hour() * 3_600))
                        .longField(sum.getValue().number).field(sum.getValue().total);
            }
            rows.end();
        }
        sums.clear();
    }
}
