package org.kith.reporting.ingesting;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;

/**
 * Notes how far in time idle partitions have been read, and looks after what else is to be looked after now and then, on a thread of
 * its own: a batch never waits for it. The broker's clock is learned first and the ends of the partitions afterwards: whatever is
 * appended behind these ends is appended later than that moment.
 */
final class Watermark implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watermark.class);
    private static final Duration EVERY = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final Positions positions;
    private final BrokerClock clock;
    private final List<Runnable> others;
    private final Thread thread;
    private volatile boolean closing;

    /** @param others what is to be done as often */
    Watermark(KafkaSettings settings, Positions positions, BrokerClock clock, Runnable... others) {
        this.settings = settings;
        this.positions = positions;
        this.clock = clock;
        this.others = List.of(others);
        this.thread = Thread.ofPlatform().name("kith-watermark").unstarted(this::run);
    }

    Watermark start() {
        thread.start();
        return this;
    }

    private void run() {
        while (!closing) {
            try (var consumer = Topics.consumer(settings)) {
                var partitions = Topics.partitions(consumer);
                while (!closing) {
                    look(consumer, partitions);
                    LockSupport.parkNanos(EVERY.toNanos());
                }
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debugf(e, "how far idle partitions have been read is not known");
                LockSupport.parkNanos(EVERY.toNanos());
            }
        }
    }

    private void look(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        var passed = clock.passed();
        if (passed != null) positions.readThrough(consumer.endOffsets(partitions, PATIENCE), passed.minusMillis(1)).await().atMost(PATIENCE);
        clock.ask();
        others.forEach(Runnable::run);
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
