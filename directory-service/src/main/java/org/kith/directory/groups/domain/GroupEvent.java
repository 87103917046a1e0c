package org.kith.directory.groups.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

public sealed interface GroupEvent extends DomainEvent {
    record Formed(
            String group, String programme, String area, String name, LocalDate formedOn, String prompt, boolean constituted,
            @Nullable String provider, Instant occurredAt)
            implements GroupEvent {}

    record Supported(String support, String kind, @Nullable String dimension, @Nullable String provider, Instant occurredAt)
            implements GroupEvent {}
}
