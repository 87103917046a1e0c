package org.kith.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event about to be stored.
 *
 * @param data JSON
 * @param outgoing what the relay shall publish, null for an internal event
 */
public record NewEvent(UUID id, EventCodec.Encoded encoded, Instant occurredAt, @Nullable Outgoing outgoing) {

    /**
     * A row of the outbox.
     *
     * @param envelope JSON of {@link org.kith.events.EventEnvelope}
     * @param data JSON of the public event
     */
    public record Outgoing(String envelope, String data) {}

    public static List<UUID> ids(List<NewEvent> events) {
        var ids = new ArrayList<UUID>(events.size());
        for (var event : events) ids.add(event.id());
        return ids;
    }
}
