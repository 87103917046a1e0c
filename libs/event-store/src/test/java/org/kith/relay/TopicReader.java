package org.kith.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kith.events.CloudEventHeaders;
import org.kith.events.EventEnvelope;
import org.kith.local.kafka.KafkaUser;
import org.kith.local.testing.RealParts;

/** What a consumer of the referral topic finds, from its beginning. */
final class TopicReader {
    record Published(EventEnvelope envelope, String key, String data, Map<String, String> headers) {}

    private TopicReader() {}

    static Map<String, Object> kafka() {
        return RealParts.kafkaUser("referral").client(RealParts.kafka().bootstrap());
    }

    static List<Published> all() {
        try (var consumer = new KafkaConsumer<>(new HashMap<>(kafka()), new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(KafkaUser.REFERRAL).stream().map(info -> new TopicPartition(KafkaUser.REFERRAL, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<Published>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (var record : consumer.poll(Duration.ofMillis(200))) all.add(published(record));
            return all;
        }
    }

    /** Versions by stream as a consumer counts them: each event once, at its first appearance. */
    static Map<String, List<Long>> versions() {
        return versions(all());
    }

    static Map<String, List<Long>> versions(List<Published> all) {
        var versions = new TreeMap<String, List<Long>>();
        var seen = new HashSet<UUID>();
        for (var published : all)
            if (seen.add(published.envelope().id()))
                versions.computeIfAbsent(published.key(), _ -> new ArrayList<>()).add(published.envelope().streamVersion());
        return versions;
    }

    private static Published published(ConsumerRecord<String, String> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Published(CloudEventHeaders.read(headers), record.key(), record.value(), headers);
    }
}
