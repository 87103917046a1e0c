package org.kith.reporting.ingesting;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.kith.reporting.ingesting.Positions.Position;

/**
 * Where this process believes each partition to stand; the database is asked again on every assignment and after every failure. Who
 * takes records in may use it beside the reader, which changes it only when nothing is being taken in.
 */
final class PartitionPositions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Positions positions;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Position> sources = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private boolean stale = true;

    PartitionPositions(Positions positions, Consumer<byte[], byte[]> consumer) {
        this.positions = positions;
        this.consumer = consumer;
    }

    /** Every partition of the fact table's sources, by what other tables call it. */
    Map<TopicPartition, Position> sources() {
        return sources;
    }

    long expected(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    void advanced(List<Span> spans) {
        spans.forEach(span -> next.put(span.partition(), span.next()));
    }

    /** After this nothing that was believed counts. */
    void doubt() {
        stale = true;
    }

    boolean isInDoubt() {
        return stale;
    }

    /** Reads the database and takes up reading there, if what is believed is in doubt. */
    void takeUp() {
        if (!stale) return;
        seek(consumer.assignment());
        stale = false;
    }

    /** Follows what partitions are given to this process. @param settle ends the taking in of what was read before */
    ConsumerRebalanceListener after(Runnable settle) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
                settle.run();
                stale = true;
                positions.register(assigned).await().atMost(PATIENCE);
                takeUp();
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
                settle.run();
                stale = true;
                revoked.forEach(next::remove);
            }
        };
    }

    private void seek(Collection<TopicPartition> partitions) {
        sources.putAll(positions.all().await().atMost(PATIENCE));
        for (var partition : partitions) {
            var position = sources.get(partition);
            if (position == null) throw new IllegalStateException(partition + " has no position");
            next.put(partition, position.next());
            consumer.seek(partition, position.next());
        }
    }
}
