package org.kith.referral.reading;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.people.Identity;
import org.kith.referral.storage.ReferralView;
import org.kith.referral.storage.SealedContent;

/**
 * A referral as it is answered.
 *
 * @param person opaque reference
 * @param phase awaiting-reply, declined, accepted, allocated, closed
 * @param details absent for who may not see them, and once the person was erased
 */
@Schema(name = "Referral")
record ReferralAnswer(
        UUID id,
        UUID person,
        String programme,
        String area,
        @Nullable String practice,
        String source,
        boolean safeguarding,
        Instant occurredAt,
        String phase,
        @Nullable String worker,
        @Nullable Instant allocatedAt,
        int contacts,
        @Nullable Instant lastContactAt,
        @Nullable Details details) {

    /** What only some may see. */
    @Schema(name = "ReferralDetails")
    record Details(Identity person, @Nullable String note, @Nullable String externalReference) {
        static Details of(SealedContent content) {
            return new Details(content.identity(), content.note(), content.externalReference());
        }
    }

    static ReferralAnswer of(ReferralView view, @Nullable SealedContent content) {
        return new ReferralAnswer(
                view.referral, view.person, view.programme, view.area, view.practice, view.source, view.safeguarding, view.occurredAt,
                view.phase, view.worker, view.since, view.contacts, view.lastContactAt, content == null ? null : Details.of(content));
    }
}
