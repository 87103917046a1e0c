package org.kith.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kith.events.CloudEventHeaders;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;
import org.kith.events.PublicEvent;
import org.kith.eventstore.PublicEventJson;

/** Puts events on the topic of a service that does not run, as that service would, for those that listen to it. */
public final class TopicOf implements AutoCloseable {
    private final String service;
    private final KafkaProducer<String, String> producer;
    private final Map<String, Long> versions = new HashMap<>();

    /** @param service {@code directory}, {@code referral} … */
    public TopicOf(String service) {
        this.service = service;
        this.producer = new KafkaProducer<>(Published.access(service), new StringSerializer(), new StringSerializer());
    }

    public TopicOf tell(String stream, List<String> programmes, PublicEvent event) {
        var entry = EventCatalogue.of(event.getClass());
        var now = Instant.now();
        var envelope = new EventEnvelope(
                UUID.randomUUID(), "/kith/" + service, stream, versions.merge(stream, 1L, Long::sum), entry.type(), entry.version(), now, now,
                programmes, null, null, "test", UUID.randomUUID(), null, List.of());
        return send(stream, PublicEventJson.write(event), CloudEventHeaders.write(envelope));
    }

    /** A message that says it is of that type and is no JSON. */
    public TopicOf poison(String stream, String type) {
        return send(stream, "}{", Map.of("ce_specversion", "1.0", "ce_type", type));
    }

    private TopicOf send(String key, String json, Map<String, String> headers) {
        var message = new ProducerRecord<>("kith." + service + ".events", key, json);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        return this;
    }

    /** Everything told is on the topic. */
    @Override
    public void close() {
        producer.close();
    }
}
