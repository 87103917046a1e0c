package org.kith.bench.reporting;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kith.local.kafka.KafkaBroker;

/** One producer that sends at a steady pace, {@code acks=all} and no linger, and one consumer: from being sent to being received. */
final class PacedKafka {
    private static final int BYTES = 700;

    private final KafkaBroker broker;
    private final Map<String, Object> client;

    PacedKafka(RunningReporting kith) {
        this.broker = kith.platform().kafka();
        this.client = kith.kafka();
    }

    Latencies run(int perSecond, Duration time) throws ExecutionException, InterruptedException {
        try (var topic = PeerTopic.made(broker); var consumer = consumer(topic); var producer = producer()) {
            long records = perSecond * time.toSeconds();
            var took = new ConcurrentLinkedQueue<Long>();
            var reading = Thread.ofPlatform().start(() -> read(consumer, records, took));
            long begin = System.nanoTime();
            for (long i = 0; i < records; i++) {
                long due = begin + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                var value = ByteBuffer.allocate(BYTES).putLong(System.nanoTime()).array();
                producer.send(new ProducerRecord<>(topic.name(), ByteBuffer.allocate(8).putLong(i / 2).array(), value));
            }
            reading.join();
            return Latencies.of(took);
        }
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, long records, ConcurrentLinkedQueue<Long> took) {
        for (long received = 0; received < records;)
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                took.add(System.nanoTime() - ByteBuffer.wrap(record.value()).getLong());
                received++;
            }
    }

    private KafkaConsumer<byte[], byte[]> consumer(PeerTopic topic) {
        var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic.name()).stream().map(one -> new TopicPartition(one.topic(), one.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var settings = new HashMap<>(client);
        settings.put("acks", "all");
        settings.put("linger.ms", 0);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
