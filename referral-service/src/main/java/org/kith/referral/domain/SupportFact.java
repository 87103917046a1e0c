package org.kith.referral.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done for and with the person, as this service stores it: codes and references, never a text about them. */
public sealed interface SupportFact extends ReferralFact {

    /**
     * @param worker whose referral it was
     * @param conversation one, two or three, where it was one of the Three Conversations
     */
    record ContactHeld(
            String worker, String mode, int minutes, @Nullable String conversation, @Nullable String cohort, Instant occurredAt)
            implements SupportFact {}

    record ContactAttempted(String worker, String mode, Instant occurredAt) implements SupportFact {}

    record ContactNotAttended(String worker, String mode, Instant occurredAt) implements SupportFact {}

    record ContactCancelled(String worker, String mode, String cancelledBy, Instant occurredAt) implements SupportFact {}

    record Assessed(
            String worker, String mode, List<String> needs, boolean family, String disability, String employment, Instant occurredAt)
            implements SupportFact {}

    record ItemCollected(String item, String collectedFrom, Instant occurredAt) implements SupportFact {}

    record GoalAgreed(UUID goal, String kind, Instant occurredAt) implements SupportFact {}

    record GoalReviewed(UUID goal, String result, Instant occurredAt) implements SupportFact {}

    record SupportGiven(String strand, String kind, @Nullable String theme, boolean carer, Instant occurredAt) implements SupportFact {}

    record Signposted(String kind, String destination, Instant occurredAt) implements SupportFact {}

    /** The person did take up what they were signposted to. */
    record TakenUp(String kind, String destination, TakeUp stage, Instant occurredAt) implements SupportFact {}

    /** So it was said; they may still come. */
    record NotTakenUp(String kind, String destination, Instant occurredAt) implements SupportFact {}

    /** @param from the community asset that refers, where one does */
    record OnwardReferred(
            UUID onward, String kind, String destination, boolean formal, @Nullable String from, Instant occurredAt)
            implements SupportFact {}

    record OnwardAnswered(UUID onward, String reply, Instant occurredAt) implements SupportFact {}

    record Represented(String worker, String thirdParty, String consentHow, Instant consentAt, Instant occurredAt) implements SupportFact {}

    record Accompanied(String worker, String destination, Instant occurredAt) implements SupportFact {}

    record NeedUnmet(String need, Instant occurredAt) implements SupportFact {}

    /** Which other services the person uses, as they say. */
    record ServiceUseReported(List<String> uses, Instant occurredAt) implements SupportFact {}
}
