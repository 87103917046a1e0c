package org.kith.reference;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the directory's topic from its beginning and goes on reading, on a thread of its own. It belongs to no consumer group,
 * since every replica needs all of it. A broker that is away is waited for: what was read stays readable meanwhile.
 */
public final class ReferenceCopy implements AutoCloseable {
    public static final String TOPIC = "kith.directory.events";

    private static final Logger LOG = Logger.getLogger(ReferenceCopy.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final KafkaAccess access;
    private final Thread reader = new Thread(this::read, "reference-copy");
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private volatile Reference current = Reference.EMPTY;
    private volatile boolean caughtUp;
    private volatile boolean closed;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;

    public ReferenceCopy(KafkaAccess access) {
        this.access = access;
        reader.setDaemon(true);
    }

    public ReferenceCopy start() {
        reader.start();
        return this;
    }

    /** What is known now; a memory read, fit for an event loop. */
    public Reference current() {
        return current;
    }

    /** True once everything that stood in the topic when reading began has been read. */
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void close() {
        closed = true;
        var consumer = reading;
        if (consumer != null) consumer.wakeup();
        try {
            reader.join(LEAVE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        while (!closed) {
            try (var consumer = new KafkaConsumer<>(access.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                follow(consumer);
            } catch (RuntimeException e) {
                if (closed) return;
                LOG.warnf("cannot read %s, trying again: %s", TOPIC, e.toString());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            pause();
            return;
        }
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, next.getOrDefault(partition, 0L)));
        var ends = consumer.endOffsets(partitions);
        while (!closed) {
            if (!caughtUp) caughtUp = partitions.stream().allMatch(p -> next.getOrDefault(p, 0L) >= ends.getOrDefault(p, 0L));
            for (var item : consumer.poll(POLL)) take(item);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(TOPIC).stream().map(info -> new TopicPartition(TOPIC, info.partition())).toList();
    }

    private void take(ConsumerRecord<String, byte[]> item) {
        try {
            current = DirectoryRecords.apply(current, item);
        } catch (RuntimeException e) {
            LOG.errorf("skipped what cannot be read at %s-%d@%d: %s", TOPIC, item.partition(), item.offset(), e.toString());
        }
        next.put(new TopicPartition(TOPIC, item.partition()), item.offset() + 1);
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
