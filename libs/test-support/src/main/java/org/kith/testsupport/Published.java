package org.kith.testsupport;

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

/** What a service has published: real records on its real topic. */
public final class Published {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @param type wire name of the event; {@code headers} of CloudEvents; {@code json} the data */
    public record Message(String type, String key, Map<String, String> headers, String json) {}

    private Published() {}

    /**
     * Reads the service's topic from its beginning until a message meets the condition, for at most a minute.
     *
     * @param service {@code directory}, {@code volunteer} …
     * @return all that were read, also when none met it
     */
    public static List<Message> until(String service, Predicate<Message> condition) {
        var topic = "kith." + service + ".events";
        try (var consumer = new KafkaConsumer<>(access(service), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var read = new ArrayList<Message>();
            var deadline = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(deadline) && read.stream().noneMatch(condition))
                for (var item : consumer.poll(Duration.ofMillis(200))) {
                    var headers = new HashMap<String, String>();
                    item.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
                    read.add(new Message(headers.getOrDefault("ce_type", ""), item.key(), headers, item.value()));
                }
            return read;
        }
    }

    /** How a service signs in to the broker. */
    static Map<String, Object> access(String service) {
        var user = RealParts.kafkaUser(service);
        return Map.of(
                "bootstrap.servers", RealParts.kafka().bootstrap(),
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "SCRAM-SHA-256",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user.user(), user.password()));
    }
}
