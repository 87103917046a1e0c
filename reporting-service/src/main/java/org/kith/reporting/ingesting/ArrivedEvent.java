package org.kith.reporting.ingesting;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.events.EventEnvelope;
import org.kith.logicmodel.Fact;
import org.kith.reporting.ingesting.Reading.RawRecord;

/** A public event with its arrival. {@code json} is its data as it was sent. */
public record ArrivedEvent(RawRecord raw, EventEnvelope envelope, String json, Fact fact) {

    static ArrivedEvent of(RawRecord raw, EventEnvelope envelope, String json, Map<String, @Nullable Object> data) {
        return new ArrivedEvent(raw, envelope, json, Fact.of(
                envelope.id(), envelope.type(), envelope.occurredAt(), envelope.programmes(), envelope.area(), envelope.provider(), data));
    }

    public UUID id() {
        return envelope.id();
    }

    public Arrival arrival() {
        return raw.arrival();
    }

    public Instant knownAt() {
        return arrival().knownAt();
    }
}
