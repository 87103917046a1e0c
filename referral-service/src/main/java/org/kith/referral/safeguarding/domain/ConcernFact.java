package org.kith.referral.safeguarding.domain;

import java.time.Instant;
import org.kith.decider.DomainEvent;

/** What happened to a concern, as this service stores it. */
public sealed interface ConcernFact extends DomainEvent {
    record Raised(Concern.About about, String kind, String by, Instant occurredAt) implements ConcernFact {}

    /** @param inTime false where it was overdue by then */
    record Acknowledged(String by, boolean inTime, Instant occurredAt) implements ConcernFact {}

    record ActedOn(String action, Instant occurredAt) implements ConcernFact {}

    record Overdue(Instant occurredAt) implements ConcernFact {}
}
