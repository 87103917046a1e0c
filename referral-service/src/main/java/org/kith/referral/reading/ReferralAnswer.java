package org.kith.referral.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.people.Identity;
import org.kith.referral.domain.WaitingClock;
import org.kith.referral.storage.GivenConsent;
import org.kith.referral.storage.ReferralView;
import org.kith.referral.storage.SealedContent;

/**
 * A referral as it is answered.
 *
 * @param person opaque reference
 * @param phase awaiting-reply, declined, accepted, waiting, allocated, in-support, disengaged, closed, cancelled, entered-in-error
 * @param waiting while it is on the waiting list
 * @param duplicateOf the referral of which it is suspected to be a duplicate, until that is confirmed or dismissed
 * @param course what was done, and {@code history} each step of it: for those who support the person
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
        @Nullable Waiting waiting,
        @Nullable UUID duplicateOf,
        @Nullable Details details,
        @Nullable CourseAnswer course,
        @Nullable List<StepAnswer> history) {

    /** @param days whole days so far, pauses taken out; {@code paused} while the clock stands still */
    @Schema(name = "Waiting")
    record Waiting(Instant since, long days, boolean paused) {
        static @Nullable Waiting of(ReferralView view, Instant now) {
            var since = view.waitingSince;
            var waited = view.waitedSeconds;
            if (since == null || waited == null) return null;
            var running = view.clockRunningSince;
            var clock = new WaitingClock(since, Duration.ofSeconds(waited), running, since);
            return new Waiting(since, clock.waitedBy(now).toDays(), running == null);
        }
    }

    /** What only some may see. */
    @Schema(name = "ReferralDetails")
    record Details(Identity person, @Nullable String note, @Nullable String externalReference, @Nullable GivenConsent consent) {
        static Details of(SealedContent content) {
            return new Details(content.identity(), content.note(), content.externalReference(), content.consent());
        }
    }

    static ReferralAnswer of(
            ReferralView view, Instant now, @Nullable SealedContent content, @Nullable CourseAnswer course, @Nullable List<StepAnswer> history) {
        return new ReferralAnswer(
                view.referral, view.person, view.programme, view.area, view.practice, view.source, view.safeguarding, view.occurredAt,
                view.phase, view.worker, view.since, view.contacts, view.lastContactAt, Waiting.of(view, now), view.duplicateOf, content == null ? null : Details.of(content),
                course, history);
    }
}
