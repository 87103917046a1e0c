package org.kith.directory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kith.local.testing.RealParts;

/** What the service has published: real records on the real topic. */
final class Published {
    record Message(String type, String key, Map<String, String> headers, String json) {}

    private static final String TOPIC = "kith.directory.events";

    private Published() {}

    /** Reads the topic from its beginning until a message meets the condition, for at most 20 s; all that were read. */
    static List<Message> until(Predicate<Message> condition) {
        var user = RealParts.kafkaUser("directory");
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", RealParts.kafka().bootstrap(),
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "SCRAM-SHA-256",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user.user(), user.password()));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream().map(p -> new TopicPartition(TOPIC, p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var read = new ArrayList<Message>();
            var deadline = Instant.now().plusSeconds(20);
            while (Instant.now().isBefore(deadline) && read.stream().noneMatch(condition)) {
                for (var item : consumer.poll(Duration.ofMillis(200))) {
                    var headers = new HashMap<String, String>();
                    item.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
                    read.add(new Message(headers.getOrDefault("ce_type", ""), item.key(), headers, item.value()));
                }
            }
            return read;
        }
    }
}
