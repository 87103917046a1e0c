package org.kith.reporting.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;

/** Roll-ups, their history and memberships, made from the contributions in a few statements. */
final class Derivation {
    private static final String HISTORY = """
            INSERT INTO %2$s (projection, cell, day, period_date, known_hour, number, total)
            SELECT projection, cell, day, period_date, date_trunc('hour', known_from, 'UTC'), sum(number), sum(amount)
            FROM %1$s, unnest(cells) AS cell WHERE subject IS NULL
            GROUP BY 1, 2, 3, 4, 5
            """;
    private static final String HISTORY_WITH_VOIDS = """
            INSERT INTO %2$s (projection, cell, day, period_date, known_hour, number, total)
            SELECT projection, cell, day, period_date, date_trunc('hour', at, 'UTC'), sum(sign * number), sum(sign * amount)
            FROM %1$s CROSS JOIN LATERAL (VALUES (known_from, 1), (known_to, -1)) AS known (at, sign) CROSS JOIN unnest(cells) AS cell
            WHERE subject IS NULL AND at IS NOT NULL
            GROUP BY 1, 2, 3, 4, 5
            """;
    /** What is known now is all that ever became known, one less for what was taken out again. */
    private static final String COUNTS = """
            INSERT INTO %2$s (projection, cell, day, period_date, number, total)
            SELECT projection, cell, day, period_date, sum(number), sum(total) FROM %1$s GROUP BY projection, cell, day, period_date
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

    /** @param voids whether anything that was counted once has been taken out again */
    static void run(Connection owner, ProjectionTables tables, boolean voids) throws SQLException {
        var contribution = tables.of("contribution");
        var history = tables.of("rollup_history");
        ProjectionTables.run(owner, (voids ? HISTORY_WITH_VOIDS : HISTORY).formatted(contribution, history));
        ProjectionTables.run(owner, COUNTS.formatted(history, tables.of("rollup")));
        ProjectionTables.run(owner, MEMBERS.formatted(contribution, tables.of("member")));
        if (voids) ProjectionTables.run(owner, INTERRUPTED_MEMBERS.formatted(contribution, tables.of("member"), tables.of("member_past")));
    }
}
