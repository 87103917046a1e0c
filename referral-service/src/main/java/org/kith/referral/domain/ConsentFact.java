package org.kith.referral.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody agreed to, and what they took back. */
public sealed interface ConsentFact extends ReferralFact {

    /**
     * @param purpose, recipient of a narrower consent than that to the referral as a whole; see {@link Consents.Scope}
     * @param by code of who said so, where it was not simply the person
     */
    record Given(String how, @Nullable String purpose, @Nullable String recipient, @Nullable String by, Instant occurredAt) implements ConsentFact {
        /** Whose consent it was is kept with the person, not here. */
        static Given withReferral(String how, Instant at) {
            return new Given(how, null, null, null, at);
        }
    }

    /** The same of a consent that no longer holds. */
    record Withdrawn(String how, @Nullable String purpose, @Nullable String recipient, @Nullable String by, Instant occurredAt) implements ConsentFact {}
}
