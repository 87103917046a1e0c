package org.kith.referral.sessions.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

/** What happened to a session, as this service stores it. */
public sealed interface SessionFact extends DomainEvent {
    record Held(
            UUID session, String programme, String area, String strand, String kind, @Nullable String theme, int attended, Instant occurredAt)
            implements SessionFact {}
}
