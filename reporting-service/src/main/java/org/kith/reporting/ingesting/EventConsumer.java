package org.kith.reporting.ingesting;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.record.TimestampType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.reporting.deadletters.DeadLetterPublisher;

/**
 * Reads the topics, on a thread of its own, while another takes in what was read, one batch at a time. A batch that cannot be taken
 * in is read again from where the database says; nothing is skipped and nothing is counted twice, whatever fails.
 */
@Singleton
public class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final Positions positions;
    private final Intake intake;
    private final Outgoing outgoing;
    private final CatchUp catchUp;
    private final DeadLetterPublisher deadLetters;
    private final MeterRegistry meters;
    private volatile boolean running;
    private volatile Duration pause = SHORTEST_PAUSE;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> current;

    EventConsumer(
            KafkaSettings settings, Positions positions, Intake intake, Outgoing outgoing, CatchUp catchUp, DeadLetterPublisher deadLetters,
            MeterRegistry meters) {
        this.settings = settings;
        this.positions = positions;
        this.intake = intake;
        this.outgoing = outgoing;
        this.catchUp = catchUp;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    public synchronized void start() {
        if (running) return;
        running = true;
        thread = Thread.ofPlatform().name("kith-ingesting").start(this::run);
    }

    /** Lets the batch that is being taken in finish. */
    public synchronized void stop() {
        running = false;
        var consumer = current;
        if (consumer != null) consumer.wakeup();
        var reading = thread;
        try {
            if (reading != null) reading.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    private void run() {
        try (var consumer = Topics.consumer(settings);
                var _ = new Watermark(settings, positions, new BrokerClock(outgoing.producer()), catchUp::look, deadLetters::look).start()) {
            current = consumer;
            read(consumer);
        } catch (RuntimeException e) {
            LOG.error("reading has ended", e);
        } finally {
            current = null;
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        var reading = new PartitionPositions(positions, consumer);
        try (var backlog = new Backlog(records -> take(records, reading), Topics.LARGEST_BATCH)) {
            boolean subscribed = false;
            while (running) {
                try {
                    if (!subscribed) {
                        catchUp.aimAt(consumer.endOffsets(Topics.partitions(consumer)));
                        // after a stop nothing is behind: nobody need wait for the next look to hear so
                        catchUp.look();
                        consumer.subscribe(Topics.ALL, reading.after(backlog::settle));
                        subscribed = true;
                    }
                    read(consumer, reading, backlog);
                } catch (WakeupException e) {
                    LOG.debug("woken to stop");
                } catch (RuntimeException e) {
                    reading.doubt();
                    LOG.warnf("reading pauses for %d ms: %s", pause.toMillis(), e.toString());
                    pause(pause);
                    var longer = pause.multipliedBy(2);
                    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
                }
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer, PartitionPositions reading, Backlog backlog) {
        if (reading.isInDoubt()) backlog.settle();
        reading.takeUp();
        backlog.mustNotHaveFailed();
        try {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) backlog.add(records);
        } catch (OffsetOutOfRangeException e) {
            startAgain(consumer, reading, e);
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records, PartitionPositions reading) {
        for (var record : records) mustCarryTheBrokersTime(record);
        meters.timer("kith.reporting.batch").record(() -> intake.take(records, reading));
        meters.counter("kith.reporting.records").increment(records.count());
        pause = SHORTEST_PAUSE;
    }

    private static void mustCarryTheBrokersTime(ConsumerRecord<byte[], byte[]> record) {
        if (record.timestampType() != TimestampType.LOG_APPEND_TIME)
            throw new IllegalStateException("the topic " + record.topic() + " must have message.timestamp.type=LogAppendTime");
    }

    /** The broker no longer has what comes next: it lost records, or was set up anew. Everything it has is read again and recognised. */
    private void startAgain(Consumer<byte[], byte[]> consumer, PartitionPositions reading, OffsetOutOfRangeException e) {
        var partitions = new ArrayList<TopicPartition>(e.offsetOutOfRangePartitions().keySet());
        consumer.beginningOffsets(partitions).forEach((partition, offset) -> {
            LOG.warnf("%s has nothing at the position that had been reached; it is read again from offset %d", partition, offset);
            positions.back(partition, offset).await().atMost(LONGEST_PAUSE);
        });
        reading.doubt();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
