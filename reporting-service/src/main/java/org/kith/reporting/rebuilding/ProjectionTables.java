package org.kith.reporting.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables of one projection: made on their own, without indexes, and attached to their parents when they are full. */
final class ProjectionTables {
    private static final List<String> PARENTS = List.of("contribution", "rollup", "rollup_history", "member", "member_past");

    private final int projection;

    ProjectionTables(int projection) {
        this.projection = projection;
    }

    String of(String parent) {
        return parent + "_p" + projection;
    }

    void create(Connection owner) throws SQLException {
        for (var parent : PARENTS)
            run(owner, "CREATE TABLE " + of(parent) + " (LIKE " + parent + " INCLUDING DEFAULTS, CHECK (projection = " + projection + "))"
                    + (parent.startsWith("rollup") ? " WITH (fillfactor = 80)" : ""));
        run(owner, "CREATE TABLE " + partialSums() + " (LIKE rollup_history)");
    }

    /** A table for the time of the loading alone. */
    String partialSums() {
        return "partial_sums_p" + projection;
    }

    void index(Connection owner) throws SQLException {
        run(owner, "CREATE INDEX ON " + of("contribution") + " (series, day, event_id)");
        run(owner, "CREATE INDEX ON " + of("contribution") + " USING brin (known_from) WITH (pages_per_range = 16, autosummarize = on)");
        run(owner, "CREATE INDEX ON " + of("contribution") + " (known_to) WHERE known_to IS NOT NULL");
        run(owner, "ALTER TABLE " + of("rollup") + " ADD PRIMARY KEY (projection, cell, day, period_date)");
        run(owner, "ALTER TABLE " + of("rollup_history") + " ADD PRIMARY KEY (projection, cell, day, period_date, known_hour)");
        run(owner, "ALTER TABLE " + of("member") + " ADD PRIMARY KEY (projection, series, months, day, period_date, subject, cells)");
        run(owner, "CREATE INDEX ON " + of("member_past") + " (series, months, day, subject)");
        for (var parent : PARENTS) run(owner, "ANALYZE " + of(parent));
    }

    void attach(Connection owner) throws SQLException {
        for (var parent : PARENTS) run(owner, "ALTER TABLE " + parent + " ATTACH PARTITION " + of(parent) + " FOR VALUES IN (" + projection + ")");
    }

    /** Waits only briefly for readers: what cannot be dropped now is dropped another time. */
    void drop(Connection owner) throws SQLException {
        run(owner, "SET lock_timeout = '2s'");
        for (var parent : PARENTS) run(owner, "DROP TABLE IF EXISTS " + of(parent));
        run(owner, "DELETE FROM cell WHERE projection = " + projection);
        run(owner, "RESET lock_timeout");
    }

    static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
