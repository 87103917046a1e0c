package org.kith.referral.people.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kith.decider.DomainEvent;

/** What happened to a person's data as a whole. */
public sealed interface PersonFact extends DomainEvent {
    record Erased(UUID person, Instant occurredAt) implements PersonFact {}

    /** Nothing of them may be erased, for that reason. */
    record HoldPlaced(UUID person, String reason, Instant occurredAt) implements PersonFact {}

    record HoldLifted(UUID person, String reason, Instant occurredAt) implements PersonFact {}

    /** @param programmes that know the person */
    record HouseholdJoined(UUID person, UUID household, List<String> programmes, Instant occurredAt) implements PersonFact {}

    record HouseholdLeft(UUID person, UUID household, List<String> programmes, Instant occurredAt) implements PersonFact {}

    /** Counted under the other reference from then on. */
    record Merged(UUID person, UUID into, String reason, Instant occurredAt) implements PersonFact {}

    record Unmerged(UUID person, UUID from, String reason, Instant occurredAt) implements PersonFact {}
}
