package org.kith.reporting.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kith.reporting.projecting.Addition;

/**
 * Memberships as they are folded, each at once into its table. One that may have come before goes into a table beside, for the
 * database to merge when the keys are indexed: so nothing is sorted or grouped but what really repeats.
 */
final class MemberRows implements AutoCloseable {
    private static final String COLUMNS = " (projection, series, months, day, period_date, subject, cells, known_from)";
    private static final int MOST_AGAIN = 4_000;
    private static final int RECENT = 1 << 11;

    private record Row(MemberKey key, Instant knownFrom) {}

    private final int projection;
    private final ProjectionTables tables;
    private final Connection session;
    private final SeenKeys seen = new SeenKeys();
    /** Those of late, each in the place that its hash gives it: somebody's next event of the month mostly comes soon. */
    private final @Nullable Row[] recent = new Row[RECENT];
    private final List<Row> again = new ArrayList<>();
    private CopyRows rows;

    /** @param session has made the tables in the transaction it is in, and does nothing else meanwhile */
    MemberRows(int projection, ProjectionTables tables, Connection session) throws SQLException {
        this.projection = projection;
        this.tables = tables;
        this.session = session;
        this.rows = new CopyRows(session, tables.of("member") + COLUMNS);
    }

    void add(Addition addition, int[] cells) throws SQLException {
        var ofDay = new MemberKey(addition.series(), 0, addition.day(), addition.periodDate(), Objects.requireNonNull(addition.subject(), "a member is somebody"), cells);
        add(ofDay, addition.knownFrom());
        add(ofDay.ofMonth(), addition.knownFrom());
    }

    private void add(MemberKey key, Instant knownFrom) throws SQLException {
        long hash = key.hash();
        int place = (int) (hash >>> 32) & RECENT - 1;
        var before = recent[place];
        if (before != null && before.key().isSame(key) && !before.knownFrom().isAfter(knownFrom)) return;
        var row = new Row(key, knownFrom);
        recent[place] = row;
        if (seen.add(hash)) {
            write(row, rows);
            return;
        }
        again.add(row);
        if (again.size() < MOST_AGAIN) return;
        rows.end();
        writeAgain();
        rows = new CopyRows(session, tables.of("member") + COLUMNS);
    }

    /** Nothing may be added after it. */
    void end() throws SQLException {
        rows.end();
        writeAgain();
    }

    private void writeAgain() throws SQLException {
        try (var beside = new CopyRows(session, tables.membersAgain() + COLUMNS)) {
            for (var row : again) write(row, beside);
            beside.end();
        }
        again.clear();
    }

    private void write(Row row, CopyRows into) throws SQLException {
        var key = row.key();
        into.row(8)
                .intField(projection).shortField(key.series()).shortField(key.months()).field(key.day()).field(key.periodDate())
                .field(key.subject()).field(key.cells()).field(row.knownFrom());
    }

    /** Takes back what was not ended. */
    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
