package org.kith.directory.organisations.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

public sealed interface OrganisationEvent extends DomainEvent {
    record Identified(
            String organisation, String programme, String area, String name, String kind, List<String> delivers, @Nullable String provider,
            Instant occurredAt)
            implements OrganisationEvent {}
}
