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

    /** What is filled in one session … */
    void createForCounts(Connection session) throws SQLException {
        for (var parent : List.of("contribution", "rollup", "rollup_history")) create(session, parent);
        run(session, "CREATE TABLE " + partialSums() + " (LIKE rollup_history)");
    }

    /** … and what is filled in another at the same time. */
    void createForMembers(Connection session) throws SQLException {
        for (var parent : List.of("member", "member_past")) create(session, parent);
        run(session, "CREATE TABLE " + membersAgain() + " (LIKE member)");
    }

    private void create(Connection session, String parent) throws SQLException {
        run(session, "CREATE TABLE " + of(parent) + " (LIKE " + parent + " INCLUDING DEFAULTS, CHECK (projection = " + projection + "))"
                + (parent.startsWith("rollup") ? " WITH (fillfactor = 80)" : ""));
    }

    /** A table for the time of the loading alone. */
    String partialSums() {
        return "partial_sums_p" + projection;
    }

    /** The same: memberships that may be in the table already. */
    String membersAgain() {
        return "members_again_p" + projection;
    }

    void indexCounts(Connection session) throws SQLException {
        run(session, "CREATE INDEX ON " + of("contribution") + " (series, day, event_id)");
        run(session, "CREATE INDEX ON " + of("contribution") + " USING brin (known_from) WITH (pages_per_range = 16, autosummarize = on)");
        run(session, "CREATE INDEX ON " + of("contribution") + " (known_to) WHERE known_to IS NOT NULL");
        run(session, "ALTER TABLE " + of("rollup") + " ADD PRIMARY KEY (projection, cell, day, period_date)");
        run(session, "ALTER TABLE " + of("rollup_history") + " ADD PRIMARY KEY (projection, cell, day, period_date, known_hour)");
        for (var parent : List.of("contribution", "rollup", "rollup_history")) run(session, "ANALYZE " + of(parent));
    }

    void indexMembers(Connection session) throws SQLException {
        run(session, "ALTER TABLE " + of("member") + " ADD PRIMARY KEY (projection, series, months, day, period_date, subject, cells)");
        run(session, "CREATE INDEX ON " + of("member_past") + " (series, months, day, subject)");
        for (var parent : List.of("member", "member_past")) run(session, "ANALYZE " + of(parent));
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
