package org.kith.referral.domain;

import java.time.Instant;
import java.util.List;
import org.kith.decider.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happened to a referral, as this service stores it. */
public sealed interface ReferralFact extends DomainEvent permits
        ReferralFact.Received, ReferralFact.Accepted, ReferralFact.Chased, ReferralFact.Declined, ReferralFact.Allocated,
        ReferralFact.Disengaged, ReferralFact.Closed, ReferralFact.Cancelled, ConsentFact, WaitingFact, CorrectingFact, SupportFact {

    /**
     * @param organisation code of who referred, who may ask what became of it; {@code practice:CODE} for a practice
     * @param door rest, webhook, fhir, csv; opening-balance where it began before its programme came here
     * @param safeguarding somebody may be at risk of harm: taken in whether or not the person consented
     */
    record Received(
            Particulars particulars,
            String organisation,
            String source,
            List<String> reasons,
            Characteristics characteristics,
            String door,
            boolean safeguarding,
            Instant occurredAt)
            implements ReferralFact {}

    record Accepted(Instant occurredAt) implements ReferralFact {}

    /** Nobody had answered by then. */
    record Chased(Instant occurredAt) implements ReferralFact {}

    record Declined(String reason, Instant occurredAt) implements ReferralFact {}

    /** @param reason why the rule was overridden, absent where it was followed */
    record Allocated(String worker, AllocationBasis basis, @Nullable String reason, Instant occurredAt) implements ReferralFact {}

    /** @param stage before-contact or after-contact */
    record Disengaged(String stage, String reason, Instant occurredAt) implements ReferralFact {}

    record Closed(String outcome, Instant occurredAt) implements ReferralFact {}

    /** Taken back by who referred. It was received all the same, and is nobody's refusal. */
    record Cancelled(String reason, Instant occurredAt) implements ReferralFact {}
}
