package org.kith.referral.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.Companions;
import org.kith.eventstore.NewEvent;
import org.kith.referral.domain.Referral;
import org.kith.referral.notifying.Notices;
import org.kith.referral.storage.History;
import org.kith.referral.storage.SealedNote;
import org.kith.referral.storage.Tables;
import org.kith.vault.PersonKey;

/**
 * What is written beside the events of a step after receipt: where the referral stands, its history, a note about the person, what its
 * sender is to be told.
 *
 * @param key only with a note
 */
public record StepRows(String actor, Instant now, @Nullable String note, @Nullable PersonKey key) implements Companions<Referral> {

    @Override
    public List<CompanionRow> rows(Referral state, long version, List<UUID> eventIds) {
        throw new IllegalStateException("a step is stored with its events");
    }

    @Override
    public List<CompanionRow> beside(Referral state, long version, List<NewEvent> events) {
        if (events.isEmpty()) return List.of();
        var known = (Referral.Known) state;
        var rows = new ArrayList<>(Tables.progress(known, version, events.size()));
        var sealed = key == null || note == null ? null : SealedNote.seal(key, events.getFirst().id(), note);
        rows.addAll(History.rows(known.particulars().referral(), version, events, actor, now, sealed));
        rows.addAll(Notices.rows(known, version, events));
        return rows;
    }

    /** Says nothing of the note, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "StepRows[…]";
    }
}
