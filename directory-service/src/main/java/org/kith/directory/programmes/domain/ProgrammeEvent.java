package org.kith.directory.programmes.domain;

import java.time.Instant;
import java.util.List;
import org.kith.decider.DomainEvent;

public sealed interface ProgrammeEvent extends DomainEvent {
    record SetUp(String programme, String name, LawfulBasis lawfulBasis, List<Area> areas, Instant occurredAt) implements ProgrammeEvent {}
}
