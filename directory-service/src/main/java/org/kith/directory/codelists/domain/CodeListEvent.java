package org.kith.directory.codelists.domain;

import java.time.Instant;
import java.util.List;
import org.kith.decider.DomainEvent;

public sealed interface CodeListEvent extends DomainEvent {
    record VersionPublished(String list, int version, List<Code> codes, Instant occurredAt) implements CodeListEvent {}
}
