package org.kith.directory.programmes.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

public sealed interface ProgrammeEvent extends DomainEvent {
    record SetUp(String programme, String name, LawfulBasis lawfulBasis, List<Area> areas, @Nullable Nation nation, Instant occurredAt)
            implements ProgrammeEvent {}
}
