package org.kith.referral.outreach.entries;

import static org.kith.eventstore.ColumnType.BYTEA;
import static org.kith.eventstore.ColumnType.DATE;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.ColumnType.TIMESTAMPTZ;
import static org.kith.eventstore.ColumnType.UUID;
import static org.kith.eventstore.CompanionTable.column;

import java.time.LocalDate;
import java.util.List;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.RegisterTable;
import org.kith.referral.outreach.domain.Outreach;
import org.kith.web.checking.Shapes;

/** Tables whose rows go into the commit of an entry's events. */
public final class EntryTables {
    public static final RegisterTable ENTRY = RegisterTable.of(
            "outreach_entry",
            column("kind", TEXT),
            column("programme", TEXT),
            column("area", TEXT),
            column("provider", TEXT),
            column("day", DATE),
            column("occurred_at", TIMESTAMPTZ),
            column("content", TEXT),
            column("error", TEXT));

    /** Who gave their name: sealed, as with a referral. */
    public static final CompanionTable PERSON = CompanionTable.rows(
            "outreach_person",
            column("entry", UUID),
            column("person", UUID),
            column("known_person", UUID),
            column("programme", TEXT),
            column("sealed", BYTEA));

    private EntryTables() {}

    /** @param added how many events the append adds */
    public static List<CompanionRow> show(Outreach state, long version, int added) {
        if (!(state instanceof Outreach.Known known)) return List.of();
        var where = known.where();
        var error = known instanceof Outreach.InError wrong ? wrong.reason() : null;
        return ENTRY.show(
                where.entry().toString(), version, added, known.content().kind().code(), where.programme(), where.area(), where.provider(),
                LocalDate.ofInstant(known.occurredAt(), Shapes.LONDON), known.occurredAt(), ContentJson.write(known.content()), error);
    }
}
