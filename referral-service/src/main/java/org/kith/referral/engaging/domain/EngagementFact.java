package org.kith.referral.engaging.domain;

import java.time.Instant;
import java.util.UUID;
import org.kith.decider.DomainEvent;

/** What happened, as this service stores it. */
public sealed interface EngagementFact extends DomainEvent {
    record Engaged(UUID engagement, String programme, String area, String practice, String kind, Instant occurredAt) implements EngagementFact {}
}
