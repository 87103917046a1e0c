package org.kith.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;

/** Turns decided events into rows: folds each into the state, encodes it, and asks the family what of it is public. */
public final class EventWriter<S, E extends DomainEvent> {
    private static final ObjectWriter ENVELOPE = PublicEventJson.mapper().writerFor(EventEnvelope.class);
    private static final ObjectReader ENVELOPE_READER = PublicEventJson.mapper().readerFor(EventEnvelope.class);

    /** The state and version that the stream will have. */
    record Written<S>(S state, long version, List<NewEvent> events) {}

    private final StreamFamily<S, E> family;
    private final BiFunction<S, E, S> evolve;

    public EventWriter(StreamFamily<S, E> family, BiFunction<S, E, S> evolve) {
        this.family = family;
        this.evolve = evolve;
    }

    Written<S> write(String stream, Loaded<S> loaded, List<E> events, CommandContext context) {
        S state = loaded.state();
        long version = loaded.version();
        var rows = new ArrayList<NewEvent>(events.size());
        for (var event : events) {
            state = evolve.apply(state, event);
            version++;
            var id = UuidV7.at(context.now());
            var encoded = family.codec().encode(event);
            var outgoing = outgoing(stream, version, id, state, event, context.now(), context.actor(), context.correlationId(), context.causationId());
            rows.add(new NewEvent(id, encoded, event.occurredAt(), outgoing));
        }
        return new Written<>(state, version, rows);
    }

    /** @return null when the event is internal */
    public NewEvent.@Nullable Outgoing outgoing(
            String stream, long version, UUID id, S stateAfter, E event,
            Instant recordedAt, String actor, UUID correlationId, @Nullable UUID causationId) {
        var publication = family.publish(family.subject(stream), stateAfter, event).orElse(null);
        if (publication == null) return null;
        var entry = EventCatalogue.of(publication.event().getClass());
        var envelope = new EventEnvelope(
                id, family.source(), stream, version, entry.type(), entry.version(), event.occurredAt(), recordedAt,
                publication.programmes(), publication.area(), publication.provider(), actor, correlationId, causationId, publication.voids());
        try {
            return new NewEvent.Outgoing(ENVELOPE.writeValueAsString(envelope), PublicEventJson.write(publication.event()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("envelope of " + entry.type() + " cannot be written", e);
        }
    }

    /** @throws IOException when it is no envelope */
    public static EventEnvelope readEnvelope(String json) throws IOException {
        return ENVELOPE_READER.readValue(json);
    }
}
