package org.kith.relay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Rows sent together, until each is acknowledged or one has failed. */
final class Batch implements Callback {
    final List<Long> positions;
    private final Producer<?, ?> producer;
    private final CountDownLatch outstanding;
    private volatile @Nullable Exception failure;

    Batch(List<Long> positions, Producer<?, ?> producer) {
        this.positions = positions;
        this.producer = producer;
        this.outstanding = new CountDownLatch(positions.size());
    }

    /**
     * On the producer's own thread. It is closed on the spot: were it to go on, it would send later events of a stream
     * after it gave up an earlier one.
     */
    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null) {
            if (failure == null) {
                failure = exception;
                producer.close(Duration.ZERO);
            }
        }
        outstanding.countDown();
    }

    /**
     * @return false while some are outstanding after that time
     * @throws IllegalStateException when one has failed
     */
    boolean await(Duration time) throws InterruptedException {
        boolean complete = outstanding.await(time.toMillis(), TimeUnit.MILLISECONDS);
        var failed = failure;
        if (failed != null) throw new IllegalStateException("the broker did not take a record", failed);
        return complete;
    }
}
