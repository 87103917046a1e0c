package org.kith.directory.partners.domain;

import java.time.Instant;
import org.kith.decider.DomainEvent;

/** What happened to a partner, as it is stored; never a secret. */
public sealed interface PartnerFact extends DomainEvent {
    record Onboarded(PartnerDetails details, Instant occurredAt) implements PartnerFact {}

    record Suspended(String reason, Instant occurredAt) implements PartnerFact {}

    record Resumed(Instant occurredAt) implements PartnerFact {}

    record Rotated(int generation, Instant previousUntil, Instant occurredAt) implements PartnerFact {}
}
