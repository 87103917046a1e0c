package org.kith.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code event}. */
public record StoredEvent(
        String stream,
        long version,
        UUID id,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        UUID correlationId,
        @Nullable UUID causationId,
        String data) {}
