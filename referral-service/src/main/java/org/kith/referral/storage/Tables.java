package org.kith.referral.storage;

import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand.Receive;
import org.kith.referral.people.LikenessHashes;

/** Tables whose rows go into the commit of a referral's events. */
public final class Tables {
    /** The sender's own reference for a person, while the referral is open. */
    public static final CompanionTable REFERENCE = CompanionTable.claim(
            "referral_reference", List.of("hash"), column("hash", ColumnType.BYTEA), column("referral", ColumnType.UUID));

    static final CompanionTable REFERENCE_RELEASED = CompanionTable.removal("referral_reference", column("referral", ColumnType.UUID));

    static final CompanionTable FILE = CompanionTable.rows(
            "referral_file",
            column("referral", ColumnType.UUID),
            column("person", ColumnType.UUID),
            column("known_person", ColumnType.UUID),
            column("programme", ColumnType.TEXT),
            column("area", ColumnType.TEXT),
            column("practice", ColumnType.TEXT),
            column("organisation", ColumnType.TEXT),
            column("source", ColumnType.TEXT),
            column("safeguarding", ColumnType.BOOLEAN),
            column("occurred_at", ColumnType.TIMESTAMPTZ),
            column("version", ColumnType.BIGINT),
            column("sealed", ColumnType.BYTEA),
            column("likeness", ColumnType.BYTEA),
            column("likeness_and_postcode", ColumnType.BYTEA),
            column("reasons", ColumnType.TEXT));

    static final CompanionTable PROGRESS = CompanionTable.rows(
            "referral_progress",
            column("referral", ColumnType.UUID),
            column("version", ColumnType.BIGINT),
            column("programme", ColumnType.TEXT),
            column("phase", ColumnType.TEXT),
            column("worker", ColumnType.TEXT),
            column("since", ColumnType.TIMESTAMPTZ),
            column("contacts", ColumnType.INT),
            column("last_contact_at", ColumnType.TIMESTAMPTZ),
            column("waiting_since", ColumnType.TIMESTAMPTZ),
            column("waited_seconds", ColumnType.BIGINT),
            column("clock_running_since", ColumnType.TIMESTAMPTZ),
            column("duplicate_of", ColumnType.UUID),
            column("asked_since", ColumnType.TIMESTAMPTZ),
            column("chased", ColumnType.BOOLEAN),
            column("organisation", ColumnType.TEXT));

    static final CompanionTable PROGRESS_SUPERSEDED = CompanionTable.removal("referral_progress", column("referral", ColumnType.UUID), column("version", ColumnType.BIGINT));

    private Tables() {}

    /** @param personWasKnown see the table: guards against their erasure at the same moment */
    public static CompanionRow file(Receive received, boolean personWasKnown, long version, byte[] sealed, LikenessHashes likeness) {
        var about = received.particulars();
        return FILE.row(
                about.referral(), about.person(), personWasKnown ? about.person() : null, about.programme(), about.area(),
                about.practice(), received.organisation(), received.source(), received.safeguarding(), received.at(), version, sealed,
                likeness.nameAndBirthDate(), likeness.withPostcode(), String.join(",", received.reasons()));
    }

    /**
     * The rows of one step after receipt: where the referral stands now, instead of where it stood.
     *
     * @param added how many events the step adds
     */
    public static List<CompanionRow> progress(Referral.Known state, long version, int added) {
        var superseded = PROGRESS_SUPERSEDED.row(state.particulars().referral(), version - added);
        return isOpen(state)
                ? List.of(row(version, state), superseded)
                : List.of(row(version, state), superseded, REFERENCE_RELEASED.row(state.particulars().referral()));
    }

    /** While it is, its sender's reference is taken. */
    public static boolean isOpen(Referral.Known state) {
        return switch (state) {
            case Referral.AwaitingReply _,Referral.Accepted _,Referral.Waiting _,Referral.Allocated _ -> true;
            case Referral.Declined _,Referral.Disengaged _,Referral.Closed _,Referral.Cancelled _,Referral.EnteredInError _ -> false;
        };
    }

    /** Where the referral stands, for one of which no such row is there yet. */
    public static CompanionRow row(long version, Referral.Known state) {
        var about = state.particulars();
        var contacts = state.course().contacts();
        var allocated = state instanceof Referral.Allocated a ? a : null;
        var asked = state instanceof Referral.AwaitingReply reply ? reply : null;
        var clock = state instanceof Referral.Waiting waiting ? waiting.clock() : null;
        return PROGRESS.row(
                about.referral(), version, about.programme(), state.phase().code(),
                allocated == null ? null : allocated.worker(), allocated == null ? null : allocated.since(),
                contacts.held(), contacts.latest(),
                clock == null ? null : clock.started(), clock == null ? null : clock.waited().toSeconds(), clock == null ? null : clock.runningSince(),
                state.course().duplicateOf(), asked == null ? null : asked.since(), asked != null && asked.chased(),
                state.course().organisation());
    }

    /** @return the row that makes the sender's reference taken */
    public static CompanionRow reference(byte[] hash, UUID referral) {
        return REFERENCE.row(hash, referral);
    }
}
