package org.kith.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kith.events.CloudEventHeaders;
import org.kith.local.testing.RealParts;

/** The topics, as those who publish see them. */
public final class Topic implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public Topic() {
        var settings = new HashMap<String, Object>(RealParts.kafkaUser("operator").client(RealParts.kafka().bootstrap()));
        settings.put("acks", "all");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @return when the broker appended it */
    public Instant publish(Happening happening) {
        return publish(happening.topic(), happening.envelope().stream(), happening.json().getBytes(StandardCharsets.UTF_8), CloudEventHeaders.write(happening.envelope()));
    }

    public Instant publish(String topic, String key, byte[] value, Map<String, String> headers) {
        List<org.apache.kafka.common.header.Header> written = headers.entrySet()
                .stream().<org.apache.kafka.common.header.Header>map(header -> new RecordHeader(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8))).toList();
        try {
            return Instant.ofEpochMilli(producer.send(new ProducerRecord<>(topic, null, null, key.getBytes(StandardCharsets.UTF_8), value, written)).get().timestamp());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
