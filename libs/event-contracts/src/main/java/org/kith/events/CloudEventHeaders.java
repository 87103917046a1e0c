package org.kith.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The envelope as Kafka record headers: CloudEvents 1.0, Kafka protocol binding, binary mode. What CloudEvents has no
 * attribute for travels as extension attributes; an absent value is an absent header.
 */
public final class CloudEventHeaders {
    private CloudEventHeaders() {}

    /** Headers in UTF-8 text, in a fixed order. */
    public static Map<String, String> write(EventEnvelope envelope) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id().toString());
        headers.put("ce_source", envelope.source());
        headers.put("ce_type", envelope.type());
        headers.put("ce_subject", envelope.stream());
        headers.put("ce_time", envelope.occurredAt().toString());
        headers.put("content-type", "application/json");
        headers.put("ce_streamversion", Long.toString(envelope.streamVersion()));
        headers.put("ce_schemaversion", Integer.toString(envelope.schemaVersion()));
        headers.put("ce_recordedat", envelope.recordedAt().toString());
        if (!envelope.programmes().isEmpty()) headers.put("ce_programmes", String.join(",", envelope.programmes()));
        putIfPresent(headers, "ce_area", envelope.area());
        putIfPresent(headers, "ce_provider", envelope.provider());
        headers.put("ce_actor", envelope.actor());
        headers.put("ce_correlationid", envelope.correlationId().toString());
        putIfPresent(headers, "ce_causationid", envelope.causationId());
        if (!envelope.voids().isEmpty())
            headers.put("ce_voids", envelope.voids().stream().map(UUID::toString).collect(Collectors.joining(",")));
        return headers;
    }

    /** @throws IllegalArgumentException naming the header that is missing or malformed */
    public static EventEnvelope read(Map<String, String> headers) {
        if (!"1.0".equals(headers.get("ce_specversion")))
            throw new IllegalArgumentException("ce_specversion must be 1.0, was " + headers.get("ce_specversion"));
        var occurredAt = parsed(headers, "ce_time", Instant::parse);
        return new EventEnvelope(
                parsed(headers, "ce_id", UUID::fromString),
                required(headers, "ce_source"),
                required(headers, "ce_subject"),
                parsed(headers, "ce_streamversion", Long::parseLong),
                required(headers, "ce_type"),
                parsed(headers, "ce_schemaversion", Integer::parseInt),
                occurredAt,
                recordedAt(headers, occurredAt),
                list(headers.get("ce_programmes")),
                headers.get("ce_area"),
                headers.get("ce_provider"),
                required(headers, "ce_actor"),
                parsed(headers, "ce_correlationid", UUID::fromString),
                headers.containsKey("ce_causationid") ? parsed(headers, "ce_causationid", UUID::fromString) : null,
                list(headers.get("ce_voids")).stream().map(UUID::fromString).toList());
    }

    /** Most that a service learns it learns as it happens, and a time costs more to read than all else of an envelope. */
    private static Instant recordedAt(Map<String, String> headers, Instant occurredAt) {
        return required(headers, "ce_recordedat").equals(headers.get("ce_time")) ? occurredAt : parsed(headers, "ce_recordedat", Instant::parse);
    }

    private static void putIfPresent(Map<String, String> headers, String name, @Nullable Object value) {
        if (value != null) headers.put(name, value.toString());
    }

    private static List<String> list(@Nullable String value) {
        return value == null ? List.of() : Arrays.asList(value.split(","));
    }

    private static String required(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) throw new IllegalArgumentException("header " + name + " is missing");
        return value;
    }

    private static <T> T parsed(Map<String, String> headers, String name, java.util.function.Function<String, T> parser) {
        var value = required(headers, name);
        try {
            return parser.apply(value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("header " + name + " cannot be read: " + value, e);
        }
    }
}
