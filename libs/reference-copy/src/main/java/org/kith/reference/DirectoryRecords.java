package org.kith.reference;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.kith.events.CloudEventHeaders;
import org.kith.events.DirectoryEvent;
import org.kith.events.EventCatalogue;

/** Kafka record to event; what is no reference data is skipped by its header, before its body is parsed. */
final class DirectoryRecords {
    private static final Set<String> READ = Set.of(
            "programme.set-up", "code-list.published", "practice.registered", "practice.joined-cluster", "post.filled", "post.vacated",
            "post.capacity-set", "post.holder-absent", "post.holder-returned", "partner.onboarded", "partner.suspended", "partner.resumed",
            "group.formed", "organisation.identified");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DirectoryRecords() {}

    /** @throws RuntimeException where headers or body cannot be read */
    static Reference apply(Reference reference, ConsumerRecord<String, byte[]> item) {
        var headers = headers(item);
        var type = headers.get("ce_type");
        if (type == null || !READ.contains(type)) return reference;
        var entry = EventCatalogue.find(type);
        if (entry == null) return reference;
        return reference.apply(CloudEventHeaders.read(headers), (DirectoryEvent) body(item.value(), entry.record()));
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> item) {
        var headers = new HashMap<String, String>();
        item.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static Object body(byte[] json, Class<?> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("no " + type.getSimpleName(), e);
        }
    }
}
