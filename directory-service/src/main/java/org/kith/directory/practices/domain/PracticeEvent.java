package org.kith.directory.practices.domain;

import java.time.Instant;
import org.kith.decider.DomainEvent;

public sealed interface PracticeEvent extends DomainEvent {
    record Registered(String practice, PracticeDetails details, Instant occurredAt) implements PracticeEvent {}

    record JoinedCluster(String practice, Membership membership, Instant occurredAt) implements PracticeEvent {}
}
