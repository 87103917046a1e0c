package org.kith.referral.notifying;

import static org.kith.eventstore.CompanionTable.column;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.NewEvent;
import org.kith.referral.domain.Referral;

/** What of a step its referral's sender is to be told, written in its commit: nothing that happened can be forgotten, or told if it did not. */
public final class Notices {
    public static final CompanionTable TABLE = CompanionTable.rows(
            "webhook_notice", column("referral", ColumnType.UUID), column("version", ColumnType.BIGINT), column("kind", ColumnType.TEXT));

    private Notices() {}

    /** @param version that the referral has after the last of the events */
    public static List<CompanionRow> rows(Referral.Known state, long version, List<NewEvent> events) {
        var rows = new ArrayList<CompanionRow>();
        for (int i = 0; i < events.size(); i++) {
            var kind = kind(events.get(i).encoded().type(), state);
            if (kind != null) rows.add(TABLE.row(state.particulars().referral(), version - events.size() + i + 1, kind.code()));
        }
        return rows;
    }

    private static @Nullable NoticeKind kind(String event, Referral.Known state) {
        return switch (event) {
            case "referral.accepted" -> NoticeKind.ACCEPTED;
            case "referral.declined" -> NoticeKind.DECLINED;
            case "contact.held" -> state.course().contacts().held() == 1 ? NoticeKind.FIRST_CONTACT : null;
            case "referral.closed", "person.disengaged" -> NoticeKind.CLOSED;
            default -> null;
        };
    }
}
