package org.kith.reporting.rebuilding;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * What became known of counts and sums in each hour, added up in memory as far as that goes and written to a table of partial
 * sums whenever there are many.
 */
final class CountSums {
    private static final int MOST = 100_000;

    private record Key(int cell, LocalDate day, LocalDate periodDate, Instant hour) {}

    private record Sum(long number, BigDecimal total) {
        Sum plus(Sum other) {
            return new Sum(number + other.number, other.total.signum() == 0 ? total : total.add(other.total));
        }
    }

    private final int projection;
    private final Map<Key, Sum> sums = new HashMap<>();

    CountSums(int projection) {
        this.projection = projection;
    }

    void add(int cell, LocalDate day, LocalDate periodDate, Instant known, long number, BigDecimal amount) {
        sums.merge(new Key(cell, day, periodDate, known.truncatedTo(ChronoUnit.HOURS)), new Sum(number, amount), Sum::plus);
    }

    boolean isMuch() {
        return sums.size() >= MOST;
    }

    /** Copies the sums into the table and forgets them. */
    void write(Connection owner, String table) throws SQLException {
        try (var rows = new CopyRows(owner, table + " (projection, cell, day, period_date, known_hour, number, total)")) {
            for (var sum : sums.entrySet()) {
                var key = sum.getKey();
                rows.row(7).intField(projection).intField(key.cell()).field(key.day()).field(key.periodDate()).field(key.hour())
                        .longField(sum.getValue().number()).field(sum.getValue().total());
            }
            rows.end();
        }
        sums.clear();
    }
}
