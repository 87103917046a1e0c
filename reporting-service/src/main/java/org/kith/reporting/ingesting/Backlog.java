package org.kith.reporting.ingesting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What has been read and is not taken in yet. A thread of its own takes in all that waits, one batch at a time, while the reader
 * goes on reading: whatever came during one transaction goes into the next together.
 */
final class Backlog implements AutoCloseable {
    /** A batch is not begun sooner than this after the one before: each costs a dozen statements, whatever is in it. The first after a pause never waits. */
    private static final Duration TURN = Duration.ofMillis(5);

    private final Consumer<ConsumerRecords<byte[], byte[]>> intake;
    private final int largest;
    private final Thread thread;
    private Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> waiting = new LinkedHashMap<>();
    private int size;
    private boolean busy;
    private boolean closing;
    private @Nullable RuntimeException failure;

    /**
     * @param intake takes a batch in, or fails; after a failure nothing is taken in before {@link #settle}
     * @param largest batch
     */
    Backlog(Consumer<ConsumerRecords<byte[], byte[]>> intake, int largest) {
        this.intake = intake;
        this.largest = largest;
        this.thread = Thread.ofPlatform().name("kith-counting").start(this::run);
    }

    /**
     * Waits while there is no room. @throws RuntimeException what the intake failed with
     */
    synchronized void add(ConsumerRecords<byte[], byte[]> records) {
        while (failure == null && size > 0 && size + records.count() > largest) await();
        mustNotHaveFailed();
        for (var partition : records.partitions()) waiting.computeIfAbsent(partition, _ -> new ArrayList<>()).addAll(records.records(partition));
        size += records.count();
        notifyAll();
    }

    /** @throws RuntimeException what the intake failed with */
    synchronized void mustNotHaveFailed() {
        if (failure != null) throw failure;
    }

    /** Forgets what waits, waits for the batch that is being taken in, and forgets how that ended: the database knows. */
    synchronized void settle() {
        forget();
        while (busy) await();
        failure = null;
    }

    private void run() {
        try {
            for (var batch = next(); batch != null; batch = next()) {
                long begun = System.nanoTime();
                take(batch);
                LockSupport.parkNanos(begun + TURN.toNanos() - System.nanoTime());
            }
        } catch (IllegalStateException e) {
            // interrupted: nobody does that but who ends the process
        }
    }

    private synchronized @Nullable ConsumerRecords<byte[], byte[]> next() {
        while (!closing && (size == 0 || failure != null)) await();
        if (closing) return null;
        var batch = new ConsumerRecords<>(waiting, Map.of());
        waiting = new LinkedHashMap<>();
        size = 0;
        busy = true;
        notifyAll();
        return batch;
    }

    private void take(ConsumerRecords<byte[], byte[]> batch) {
        @Nullable
        RuntimeException failed = null;
        try {
            intake.accept(batch);
        } catch (RuntimeException e) {
            failed = e;
        }
        synchronized (this) {
            busy = false;
            if (failed != null) {
                failure = failed;
                forget();
            }
            notifyAll();
        }
    }

    private void forget() {
        waiting = new LinkedHashMap<>();
        size = 0;
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Lets the batch that is being taken in finish, and no other begin. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            forget();
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
