package org.kith.reporting.ingesting;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a record turned out to be. */
public sealed interface Reading {

    record Readable(ArrivedEvent event) implements Reading {}

    /** @param reason a stable code; {@code detail} says more without repeating any of the record's data */
    record Poison(RawRecord record, String reason, String detail) implements Reading {}

    /** A record as bytes, with its headers as text. */
    record RawRecord(Arrival arrival, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {}
}
