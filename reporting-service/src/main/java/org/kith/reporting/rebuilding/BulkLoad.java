package org.kith.reporting.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.kith.reporting.projecting.ActiveProjection;
import org.kith.reporting.projecting.Addition;
import org.kith.reporting.projecting.Folding;

/** Folds every fact of a snapshot and copies what it adds into the new tables. */
final class BulkLoad {
    private static final String CONTRIBUTION = " (projection, series, day, event_id, cells, number, amount, subject, scale, occasion, occurred_at,"
            + " period_date, known_from, known_to)";
    private static final int COLUMNS = 14;

    private final ActiveProjection projection;
    private final ProjectionTables tables;
    private final NewCells cells;
    private final CountSums sums;
    private long facts;
    private boolean voids;

    BulkLoad(ActiveProjection projection, ProjectionTables tables, NewCells cells) {
        this.projection = projection;
        this.tables = tables;
        this.cells = cells;
        this.sums = new CountSums(projection.id());
    }

    /** How many facts were folded. */
    long facts() {
        return facts;
    }

    /** Whether anything that was counted once has been taken out again. */
    boolean voids() {
        return voids;
    }

    /**
     * Fills the tables of contributions, of partial sums, and of members. A member that was voided later is left out of these: when it
     * was there is derived from the contributions.
     *
     * @param session has made the first two tables in the transaction it is in
     */
    void run(FactReader reader, Connection session, MemberRows members) throws SQLException, JsonProcessingException {
        boolean more = true;
        while (more) {
            try (var rows = new CopyRows(session, tables.of("contribution") + CONTRIBUTION)) {
                while (more && !sums.isMuch()) more = add(reader.next(), rows, members);
                rows.end();
            }
            sums.write(session, tables.partialSums());
        }
    }

    private boolean add(List<FactReader.Read> page, CopyRows rows, MemberRows members) throws SQLException {
        for (var read : page) add(read, rows, members);
        return !page.isEmpty();
    }

    private void add(FactReader.Read read, CopyRows rows, MemberRows members) throws SQLException {
        facts++;
        var voidedAt = read.voidedAt();
        if (voidedAt != null && !voidedAt.isAfter(read.knownAt())) return;
        voids |= voidedAt != null;
        for (var addition : Folding.additions(read.fact(), read.knownAt(), List.of(projection))) {
            var ids = new int[addition.cells().size()];
            for (int i = 0; i < ids.length; i++) ids[i] = cells.id(addition.cells().get(i));
            row(addition, ids, read, rows);
            if (addition.isCounted()) count(addition, ids, read);
            else if (addition.isMember() && voidedAt == null) members.add(addition, ids);
        }
    }

    private static void row(Addition addition, int[] ids, FactReader.Read read, CopyRows rows) throws SQLException {
        rows.row(COLUMNS)
                .intField(addition.projection()).shortField(addition.series()).field(addition.day()).field(addition.eventId()).field(ids)
                .longField(addition.number()).field(addition.amount()).field(addition.subject()).field(addition.scale()).field(addition.occasion())
                .field(addition.occurredAt()).field(addition.periodDate()).field(addition.knownFrom()).field(read.voidedAt());
    }

    private void count(Addition addition, int[] ids, FactReader.Read read) {
        var voidedAt = read.voidedAt();
        for (int cell : ids) {
            sums.add(cell, addition.day(), addition.periodDate(), addition.knownFrom(), addition.number(), addition.amount());
            if (voidedAt != null)
                sums.add(cell, addition.day(), addition.periodDate(), voidedAt, -addition.number(), addition.amount().negate());
        }
    }
}
