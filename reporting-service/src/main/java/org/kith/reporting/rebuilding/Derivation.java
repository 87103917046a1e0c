package org.kith.reporting.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;

/** Roll-ups, their history and memberships, made from the contributions in a few statements. */
final class Derivation {
    private static final String COUNTS = """
            INSERT INTO %2$s (projection, cell, day, period_date, number, total)
            SELECT projection, cell, day, period_date, sum(number), sum(amount)
            FROM %1$s, unnest(cells) AS cell WHERE subject IS NULL AND known_to IS NULL
            GROUP BY projection, cell, day, period_date
            """;
    private static final String HISTORY = """
            INSERT INTO %2$s (projection, cell, day, period_date, known_hour, number, total)
            SELECT projection, cell, day, period_date, date_trunc('hour', known_from, 'UTC'), sum(number), sum(amount)
            FROM %1$s, unnest(cells) AS cell WHERE subject IS NULL
            GROUP BY 1, 2, 3, 4, 5
            """;
    private static final String TAKEN_OUT = """
            INSERT INTO %2$s AS r (projection, cell, day, period_date, known_hour, number, total)
            SELECT projection, cell, day, period_date, date_trunc('hour', known_to, 'UTC'), -sum(number), -sum(amount)
            FROM %1$s, unnest(cells) AS cell WHERE subject IS NULL AND known_to IS NOT NULL
            GROUP BY 1, 2, 3, 4, 5
            ON CONFLICT (projection, cell, day, period_date, known_hour) DO UPDATE SET number = r.number + excluded.number, total = r.total + excluded.total
            """;
    private static final String MEMBERS = """
            INSERT INTO %2$s (projection, cell, day, period_date, subject, known_from)
            SELECT projection, cell, day, period_date, subject, min(known_from)
            FROM %1$s, unnest(cells) AS cell WHERE subject IS NOT NULL AND occasion IS NULL
            GROUP BY projection, cell, day, period_date, subject HAVING count(known_to) = 0
            """;
    private static final String INTERRUPTED_MEMBERS = """
            WITH run AS (
                SELECT projection, cell, day, period_date, subject, unnest(range_agg(tstzrange(known_from, known_to))) AS run
                FROM %1$s, unnest(cells) AS cell WHERE subject IS NOT NULL AND occasion IS NULL
                GROUP BY projection, cell, day, period_date, subject HAVING count(known_to) > 0
            ), still AS (
                INSERT INTO %2$s SELECT projection, cell, day, period_date, subject, lower(run) FROM run WHERE upper_inf(run)
            )
            INSERT INTO %3$s SELECT projection, cell, day, period_date, subject, lower(run), upper(run) FROM run WHERE NOT upper_inf(run)
            """;

    private Derivation() {}

    static void beforeIndexes(Connection owner, ProjectionTables tables, boolean voids) throws SQLException {
        var contribution = tables.of("contribution");
        ProjectionTables.run(owner, COUNTS.formatted(contribution, tables.of("rollup")));
        ProjectionTables.run(owner, HISTORY.formatted(contribution, tables.of("rollup_history")));
        ProjectionTables.run(owner, MEMBERS.formatted(contribution, tables.of("member")));
        if (voids) ProjectionTables.run(owner, INTERRUPTED_MEMBERS.formatted(contribution, tables.of("member"), tables.of("member_past")));
    }

    /** Needs the key of the history. */
    static void afterIndexes(Connection owner, ProjectionTables tables, boolean voids) throws SQLException {
        if (voids) ProjectionTables.run(owner, TAKEN_OUT.formatted(tables.of("contribution"), tables.of("rollup_history")));
    }
}
