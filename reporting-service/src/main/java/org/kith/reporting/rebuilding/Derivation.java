package org.kith.reporting.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;

/** What is derived of what was loaded, in a few statements. */
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
    private static final String AGAIN = """
            INSERT INTO %2$s AS m (projection, series, months, day, period_date, subject, cells, known_from)
            SELECT projection, series, months, day, period_date, subject, cells, min(known_from) FROM %1$s GROUP BY 1, 2, 3, 4, 5, 6, 7
            ON CONFLICT (projection, series, months, day, period_date, subject, cells)
                DO UPDATE SET known_from = excluded.known_from WHERE excluded.known_from < m.known_from
            """;
    private static final String OF_DAYS = "0, day";
    private static final String OF_MONTHS = "1, date_trunc('month', day)::date";
    private static final String FORGET_INTERRUPTED = """
            DELETE FROM %2$s m USING (
                SELECT DISTINCT series, %4$s, period_date, subject, cells FROM %1$s WHERE known_to IS NOT NULL AND subject IS NOT NULL AND occasion IS NULL
            ) AS k (series, months, day, period_date, subject, cells)
            WHERE (m.series, m.months, m.day, m.period_date, m.subject, m.cells) = (k.series, k.months, k.day, k.period_date, k.subject, k.cells)
            """;
    private static final String INTERRUPTED = """
            WITH run (projection, series, months, day, period_date, subject, cells, run) AS (
                SELECT projection, series, %4$s, period_date, subject, cells, unnest(range_agg(tstzrange(known_from, known_to)))
                FROM %1$s
                WHERE subject IS NOT NULL AND occasion IS NULL AND (series, period_date, subject) IN (
                    SELECT series, period_date, subject FROM %1$s WHERE known_to IS NOT NULL AND subject IS NOT NULL AND occasion IS NULL)
                GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING count(known_to) > 0
            ), still AS (
                INSERT INTO %2$s SELECT projection, series, months, day, period_date, subject, cells, lower(run) FROM run WHERE upper_inf(run)
            )
            INSERT INTO %3$s
            SELECT projection, series, months, day, period_date, subject, cells, lower(run), upper(run) FROM run WHERE NOT upper_inf(run)
            """;

    private Derivation() {}

    /** The roll-ups. */
    static void counts(Connection session, ProjectionTables tables) throws SQLException {
        var history = tables.of("rollup_history");
        ProjectionTables.run(session, HISTORY.formatted(tables.partialSums(), history));
        ProjectionTables.run(session, COUNTS.formatted(history, tables.of("rollup")));
        ProjectionTables.run(session, "DROP TABLE " + tables.partialSums());
    }

    /** Puts those memberships in that may be there already, by the key that they have by now. */
    static void membersAgain(Connection session, ProjectionTables tables) throws SQLException {
        ProjectionTables.run(session, AGAIN.formatted(tables.membersAgain(), tables.of("member")));
        ProjectionTables.run(session, "DROP TABLE " + tables.membersAgain());
    }

    /** Derives again who was there where something that was counted once has been taken out; from the contributions, which are complete. */
    static void interruptedMembers(Connection session, ProjectionTables tables) throws SQLException {
        for (var length : new String[] {OF_DAYS, OF_MONTHS})
            for (var statement : new String[] {FORGET_INTERRUPTED, INTERRUPTED})
                ProjectionTables.run(session, statement.formatted(tables.of("contribution"), tables.of("member"), tables.of("member_past"), length));
    }
}
