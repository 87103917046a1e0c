package org.kith.referral.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody asks of a referral. {@code at} is when it happened, not when it was recorded. */
public sealed interface ReferralCommand {
    Instant at();

    /** @param consent absent only where somebody may be at risk of harm */
    record Receive(
            Particulars particulars,
            String organisation,
            String source,
            List<String> reasons,
            Characteristics characteristics,
            String door,
            boolean safeguarding,
            @Nullable Consent consent,
            Instant at)
            implements ReferralCommand {}

    /** The person's agreement to be referred. */
    record Consent(String how, Instant at) {}

    record Accept(Instant at) implements ReferralCommand {}

    record Decline(String reason, Instant at) implements ReferralCommand {}

    /** @param covering everybody whose post covers the referral's area on that day */
    record AllocateByArea(List<WorkerInPost> covering, Instant at) implements ReferralCommand {}

    record AllocateByChoice(String worker, String reason, Instant at) implements ReferralCommand {}

    record HoldContact(String mode, int minutes, Instant at) implements ReferralCommand {}

    record Signpost(String kind, String destination, Instant at) implements ReferralCommand {}

    record Close(String outcome, Instant at) implements ReferralCommand {}
}
