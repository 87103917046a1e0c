package org.kith.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Rows sent together, until each is acknowledged or one has failed. */
final class Batch {
    final List<Long> positions;
    private final List<Long> acknowledged;
    private final Producer<byte[], byte[]> producer;
    private final CountDownLatch outstanding;
    private volatile @Nullable Exception failure;

    Batch(List<Outbox.Entry> entries, Producer<byte[], byte[]> producer) {
        this.positions = entries.stream().map(Outbox.Entry::position).toList();
        this.acknowledged = new ArrayList<>(positions.size());
        this.producer = producer;
        this.outstanding = new CountDownLatch(positions.size());
        try {
            for (var entry : entries) producer.send(Records.of(entry), (_, failed) -> completed(entry.position(), failed));
        } catch (RuntimeException e) {
            // a producer that completed() closed is no longer to be used: then the reason is known already
            if (failure == null) failure = e;
        }
    }

    /**
     * Mostly on the producer's own thread. It is closed on the spot when a record failed: were it to go on, it would
     * send later events of a stream after it gave up an earlier one.
     */
    private void completed(long position, @Nullable Exception failed) {
        if (failed == null) {
            synchronized (acknowledged) {
                acknowledged.add(position);
            }
        } else if (failure == null) {
            failure = failed;
            producer.close(Duration.ZERO);
        }
        outstanding.countDown();
    }

    /** Those of its positions that the broker has acknowledged so far. */
    List<Long> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    /**
     * @return false while some are outstanding after that time
     * @throws IllegalStateException when one has failed
     */
    boolean await(Duration time) throws InterruptedException {
        boolean complete = failure == null && outstanding.await(time.toMillis(), TimeUnit.MILLISECONDS);
        var failed = failure;
        if (failed != null) throw new IllegalStateException("the broker did not take a record", failed);
        return complete;
    }
}
