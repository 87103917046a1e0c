package org.kith.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;
import org.kith.events.PublicEvent;
import org.kith.eventstore.PublicEventJson;
import org.kith.logicmodel.periods.London;

/** An event of a test, with its envelope. */
public record Happening(EventEnvelope envelope, String topic, String json) {

    public static Happening of(PublicEvent event, String programme, @Nullable String area, LocalDate day) {
        return of(event, programme, area, day.atTime(12, 0).atZone(London.ZONE).toInstant(), List.of());
    }

    public static Happening of(PublicEvent event, String programme, @Nullable String area, Instant at, List<UUID> voids) {
        var entry = EventCatalogue.of(event.getClass());
        var id = UUID.randomUUID();
        var envelope = new EventEnvelope(
                id, "/kith/test", "stream-" + id, 1, entry.type(), entry.version(), at, at, List.of(programme), area, null, "tester", UUID.randomUUID(), null, voids);
        return new Happening(envelope, entry.topic(), PublicEventJson.write(event));
    }

    public Happening voiding(UUID... events) {
        return new Happening(
                new EventEnvelope(
                        envelope.id(), envelope.source(), envelope.stream(), envelope.streamVersion(), envelope.type(), envelope.schemaVersion(),
                        envelope.occurredAt(), envelope.recordedAt(), envelope.programmes(), envelope.area(), envelope.provider(), envelope.actor(),
                        envelope.correlationId(), envelope.causationId(), List.of(events)),
                topic, json);
    }

    /** The same as the event of that version in that stream. */
    public Happening in(String stream, long version) {
        return new Happening(
                new EventEnvelope(
                        envelope.id(), envelope.source(), stream, version, envelope.type(), envelope.schemaVersion(), envelope.occurredAt(),
                        envelope.recordedAt(), envelope.programmes(), envelope.area(), envelope.provider(), envelope.actor(), envelope.correlationId(),
                        envelope.causationId(), envelope.voids()),
                topic, json);
    }

    public UUID id() {
        return envelope.id();
    }
}
