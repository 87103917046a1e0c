package org.kith.reporting.ingesting;

import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kith.events.EventCatalogue;

/** The topics that public events are on, and a consumer of them. */
final class Topics {
    static final List<String> ALL = EventCatalogue.all().stream().map(EventCatalogue.Entry::topic).distinct().sorted().toList();

    /** As much as one transaction takes in. */
    static final int LARGEST_BATCH = 2_000;

    private Topics() {}

    /** Hands records over as soon as there is one; its own commits and its own idea of where to start are not used. */
    static Consumer<byte[], byte[]> consumer(KafkaSettings settings) {
        var properties = new Properties();
        properties.putAll(settings.client());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(8 * 1024 * 1024));
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(LARGEST_BATCH / 2));
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "3000");
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @throws IllegalStateException naming a topic that is not there */
    static Collection<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return ALL.stream().flatMap(topic -> {
            var partitions = consumer.partitionsFor(topic);
            if (partitions == null || partitions.isEmpty()) throw new IllegalStateException("the topic " + topic + " is not there, or may not be read");
            return partitions.stream();
        }).map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
    }
}
