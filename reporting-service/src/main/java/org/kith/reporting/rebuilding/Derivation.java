package org.kith.reporting.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;

/** Roll-ups from partial sums, memberships from the contributions, in a few statements. */
final class Derivation {
    private static final String HISTORY = """
            INSERT INTO %2$s (projection, cell, day, period_date, known_hour, number, total)
            SELECT projection, cell, day, period_date, known_hour, sum(number), sum(total) FROM %1$s
            GROUP BY projection, cell, day, period_date, known_hour
            """;
    /** What is known now is all that ever became known, one less for what was taken out again. */
    private static final String COUNTS = """
            INSERT INTO %2$s (projection, cell, day, period_date, number, total)
            SELECT projection, cell, day, period_date, sum(number), sum(total) FROM %1$s GROUP BY projection, cell, day, period_date
            """;
    private static final String OF_DAYS = "0, day";
    private static final String OF_MONTHS = "1, date_trunc('month', day)::date";
    private static final String MEMBERS = """
            INSERT INTO %2$s (projection, series, months, day, period_date, subject, cells, known_from)
            SELECT projection, series, %3$s, period_date, subject, cells, min(known_from)
            FROM %1$s WHERE subject IS NOT NULL AND occasion IS NULL
            GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING count(known_to) = 0
            """;
    private static final String MONTHS_OF_DAYS = """
            INSERT INTO %1$s (projection, series, months, day, period_date, subject, cells, known_from)
            SELECT projection, series, 1, date_trunc('month', day)::date, period_date, subject, cells, min(known_from)
            FROM %1$s GROUP BY 1, 2, 3, 4, 5, 6, 7
            """;
    private static final String INTERRUPTED_MEMBERS = """
            WITH run (projection, series, months, day, period_date, subject, cells, run) AS (
                SELECT projection, series, %4$s, period_date, subject, cells, unnest(range_agg(tstzrange(known_from, known_to)))
                FROM %1$s WHERE subject IS NOT NULL AND occasion IS NULL
                GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING count(known_to) > 0
            ), still AS (
                INSERT INTO %2$s SELECT projection, series, months, day, period_date, subject, cells, lower(run) FROM run WHERE upper_inf(run)
            )
            INSERT INTO %3$s
            SELECT projection, series, months, day, period_date, subject, cells, lower(run), upper(run) FROM run WHERE NOT upper_inf(run)
            """;

    private Derivation() {}

    /** @param voids whether anything that was counted once has been taken out again */
    static void run(Connection owner, ProjectionTables tables, boolean voids) throws SQLException {
        var contribution = tables.of("contribution");
        var history = tables.of("rollup_history");
        var member = tables.of("member");
        ProjectionTables.run(owner, HISTORY.formatted(tables.partialSums(), history));
        ProjectionTables.run(owner, COUNTS.formatted(history, tables.of("rollup")));
        ProjectionTables.run(owner, "DROP TABLE " + tables.partialSums());
        ProjectionTables.run(owner, MEMBERS.formatted(contribution, member, OF_DAYS));
        if (!voids) {
            ProjectionTables.run(owner, MONTHS_OF_DAYS.formatted(member));
            return;
        }
        ProjectionTables.run(owner, MEMBERS.formatted(contribution, member, OF_MONTHS));
        for (var length : new String[] {OF_DAYS, OF_MONTHS})
            ProjectionTables.run(owner, INTERRUPTED_MEMBERS.formatted(contribution, member, tables.of("member_past"), length));
    }
}
