package org.kith.referral.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What puts a referral right that was not, or opens it again. */
public sealed interface CorrectingFact extends ReferralFact {
    /** @param of the referral of which this one may be a duplicate */
    record DuplicateSuspected(UUID of, Instant occurredAt) implements CorrectingFact {}

    record DuplicateConfirmed(UUID of, Instant occurredAt) implements CorrectingFact {}

    record DuplicateDismissed(UUID of, Instant occurredAt) implements CorrectingFact {}

    record Reopened(String reason, Instant occurredAt) implements CorrectingFact {}

    /** @param voids ids of every event of the referral before: none of them counts */
    record EnteredInError(String reason, List<UUID> voids, Instant occurredAt) implements CorrectingFact {}
}
