package org.kith.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kith.events.CloudEventHeaders;
import org.kith.events.EventEnvelope;

/** A whole topic as it lies on the broker: every record, duplicates included, in partition order. */
record EventTopic(List<EventEnvelope> records) {

    static EventTopic read(String topic, Properties connection) {
        try (var consumer = new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<EventEnvelope>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                consumer.poll(Duration.ofSeconds(1)).forEach(one -> records.add(CloudEventHeaders.read(headers(one))));
            return new EventTopic(records);
        }
    }

    /** The first appearance of each event, by stream, in the order of the topic. */
    Map<String, List<EventEnvelope>> streams() {
        var seen = new HashMap<java.util.UUID, EventEnvelope>();
        var streams = new LinkedHashMap<String, List<EventEnvelope>>();
        for (var one : records)
            if (seen.putIfAbsent(one.id(), one) == null) streams.computeIfAbsent(one.stream(), s -> new ArrayList<>()).add(one);
        return streams;
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> one) {
        var headers = new HashMap<String, String>();
        one.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
