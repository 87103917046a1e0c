package org.kith.reporting.ingesting;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Notes how far in time idle partitions have been read. The broker's clock is learned first and the ends of the partitions
 * afterwards: whatever is appended behind these ends is appended later than that moment.
 */
final class Watermark {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Positions positions;
    private final BrokerClock clock;
    private final long every;
    private long last;

    Watermark(Positions positions, BrokerClock clock, Duration every) {
        this.positions = positions;
        this.clock = clock;
        this.every = every.toNanos();
        this.last = System.nanoTime() - this.every;
    }

    /** @return true when it was time to look */
    boolean watch(Consumer<byte[], byte[]> consumer, PartitionPositions reading) {
        if (System.nanoTime() - last < every) return false;
        last = System.nanoTime();
        var assigned = consumer.assignment();
        var passed = clock.passed();
        if (passed != null && !assigned.isEmpty()) {
            var idle = consumer.endOffsets(assigned, PATIENCE).entrySet().stream()
                    .filter(end -> reading.expected(end.getKey()) >= end.getValue())
                    .map(java.util.Map.Entry::getKey)
                    .toList();
            if (!idle.isEmpty()) positions.readThrough(idle, passed.minusMillis(1)).await().atMost(PATIENCE);
        }
        clock.ask();
        return true;
    }
}
