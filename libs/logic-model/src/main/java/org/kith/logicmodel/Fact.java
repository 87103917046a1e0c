package org.kith.logicmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.periods.London;

/**
 * One public event as a report sees it.
 *
 * @param occurredOn the day it happened in Europe/London
 * @param data the event's JSON: text, Integer or Long, BigDecimal or Double, Boolean, List of text; absent or null where it has none
 */
public record Fact(
        UUID id, String type, Instant occurredAt, LocalDate occurredOn, List<String> programmes,
        @Nullable String area, @Nullable String provider, Map<String, @Nullable Object> data) {

    public Fact {
        programmes = List.copyOf(programmes);
    }

    public static Fact of(
            UUID id, String type, Instant occurredAt, List<String> programmes, @Nullable String area, @Nullable String provider,
            Map<String, @Nullable Object> data) {
        return new Fact(id, type, occurredAt, London.dayOf(occurredAt), programmes, area, provider, data);
    }
}
