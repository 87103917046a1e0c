package org.kith.directory.funding.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

public sealed interface FundEvent extends DomainEvent {
    record LineSet(String fund, FundingLine line, Instant occurredAt) implements FundEvent {}

    record GrantAwarded(String fund, Grant grant, @Nullable String provider, Instant occurredAt) implements FundEvent {}
}
