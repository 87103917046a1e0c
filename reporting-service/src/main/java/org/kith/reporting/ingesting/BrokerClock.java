package org.kith.reporting.ingesting;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The broker's clock, learned from the time at which it appends a record that says nothing. Without it nobody could tell that
 * a partition in which nothing happens has been read past a moment. Brokers of one cluster are taken to agree on the time.
 */
final class BrokerClock {
    static final String TOPIC = "kith.reporting.clock";

    private static final Logger LOG = Logger.getLogger(BrokerClock.class);
    private static final long SENDERS_TIME = 0;

    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Instant> answered = new AtomicReference<>();
    private volatile boolean asked;

    BrokerClock(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Asks for the time, unless an answer is still on its way. Never waits for it. */
    void ask() {
        if (asked) return;
        asked = true;
        producer.send(new ProducerRecord<>(TOPIC, null, SENDERS_TIME, null, new byte[0]), (metadata, failure) -> {
            asked = false;
            if (failure != null) LOG.debugf("the broker's time is not known: %s", failure.getClass().getSimpleName());
            else if (metadata.timestamp() != SENDERS_TIME) answered.set(Instant.ofEpochMilli(metadata.timestamp()));
        });
    }

    /** A moment of the broker's clock that has passed; null when none became known since the last call. */
    @Nullable
    Instant passed() {
        return answered.getAndSet(null);
    }
}
