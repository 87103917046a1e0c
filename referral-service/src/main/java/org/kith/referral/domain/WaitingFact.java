package org.kith.referral.domain;

import java.time.Instant;

/** The waiting list: when the clock starts, stands still, goes on and stops. */
public sealed interface WaitingFact extends ReferralFact {
    record WaitingStarted(String reason, Instant occurredAt) implements WaitingFact {}

    record WaitingPaused(String reason, Instant occurredAt) implements WaitingFact {}

    record WaitingResumed(Instant occurredAt) implements WaitingFact {}

    /**
     * @param because allocated, closed, disengaged, cancelled
     * @param days whole days of waiting, pauses taken out
     */
    record WaitingEnded(String because, int days, Instant occurredAt) implements WaitingFact {}
}
