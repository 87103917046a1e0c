package org.kith.referral.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A concern, for who may see it.
 *
 * @param overdue nobody acknowledged it within the set time
 * @param actions what was done, in its order
 * @param note what was said about the person; absent in a list, and once the person was erased
 */
@Schema(name = "SafeguardingConcern")
public record ConcernView(
        UUID id, UUID referral, String programme, String area, String kind, Instant raisedAt, boolean overdue, @Nullable Instant acknowledgedAt,
        List<String> actions, @Nullable String note, long version) {

    static ConcernView of(ConcernRow row, @Nullable String note) {
        return new ConcernView(
                row.id(), row.referral(), row.programme(), row.area(), row.kind(), row.raisedAt(), row.overdue(), row.acknowledgedAt(), row.actions(), note,
                row.version());
    }

    /** Says nothing, so that nothing of a note can end up in a log. */
    @Override
    public String toString() {
        return "ConcernView[…]";
    }
}
