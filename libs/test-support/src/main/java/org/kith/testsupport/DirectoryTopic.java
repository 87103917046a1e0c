package org.kith.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kith.events.CloudEventHeaders;
import org.kith.events.DirectoryEvent;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;
import org.kith.eventstore.PublicEventJson;

/** Puts events on the directory's topic as the directory would, for services that keep a copy of its reference data. */
public final class DirectoryTopic implements AutoCloseable {
    private static final String TOPIC = "kith.directory.events";

    private final KafkaProducer<String, String> producer = new KafkaProducer<>(Published.access("directory"), new StringSerializer(), new StringSerializer());
    private final Map<String, Long> versions = new HashMap<>();

    /** A programme with areas of those codes. */
    public DirectoryTopic programme(String id, String... areas) {
        var listed = Arrays.stream(areas).map(area -> new DirectoryEvent.Area(area, area)).toList();
        return tell("programme-" + id, List.of(id), new DirectoryEvent.ProgrammeSetUp(id, id, "public-task", listed));
    }

    public DirectoryTopic codeList(String list, String... codes) {
        var listed = Arrays.stream(codes).map(code -> new DirectoryEvent.Code(code, code)).toList();
        return tell("code-list-" + list, List.of(), new DirectoryEvent.CodeListPublished(list, 1, listed));
    }

    public DirectoryTopic tell(String stream, List<String> programmes, DirectoryEvent event) {
        var entry = EventCatalogue.of(event.getClass());
        var now = Instant.now();
        var envelope = new EventEnvelope(
                UUID.randomUUID(), "/kith/directory", stream, versions.merge(stream, 1L, Long::sum), entry.type(), entry.version(), now, now,
                programmes, null, null, "test", UUID.randomUUID(), null, List.of());
        var message = new ProducerRecord<>(TOPIC, stream, PublicEventJson.write(event));
        CloudEventHeaders.write(envelope).forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        return this;
    }

    /** Everything told is on the topic. */
    @Override
    public void close() {
        producer.close();
    }
}
