package org.kith.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an event except its data.
 *
 * @param id UUIDv7, unique for ever; consumers count an event once by it
 * @param source the service that owns the stream, {@code /kith/referral} and the like
 * @param stream the stream's id, which is the Kafka key
 * @param streamVersion position in its stream, from 1
 * @param type wire name, see {@link EventType}
 * @param schemaVersion version of the data's schema, from 1
 * @param occurredAt when it happened
 * @param recordedAt when the owning service learned it
 * @param programmes the programmes it counts for; empty for facts that belong to none (code lists, practices)
 * @param area code of the area within the programme, where it has one
 * @param provider the organisation that did it, where it has one
 * @param actor opaque id of the account that recorded it, never a name
 * @param correlationId the request that led to it, across services
 * @param causationId the event that led to it, if one did
 * @param voids ids of events that this one says never counted
 */
public record EventEnvelope(
        UUID id,
        String source,
        String stream,
        long streamVersion,
        String type,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        List<String> programmes,
        @Nullable String area,
        @Nullable String provider,
        String actor,
        UUID correlationId,
        @Nullable UUID causationId,
        List<UUID> voids) {

    public EventEnvelope {
        programmes = List.copyOf(programmes);
        voids = List.copyOf(voids);
        if (streamVersion < 1) throw new IllegalArgumentException("streamVersion starts at 1, not " + streamVersion);
    }
}
