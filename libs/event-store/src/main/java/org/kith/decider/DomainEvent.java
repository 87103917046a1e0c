package org.kith.decider;

import java.time.Instant;

/** A fact in the past tense, as its own service stores it. */
public interface DomainEvent {
    Instant occurredAt();
}
