package org.kith.relay;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The only publisher of a database's outbox, on a thread of its own. Every process of the service runs one; the one with
 * the lease leads. At least once, each stream in its order, whatever is killed or paused: a row is deleted after the
 * broker has acknowledged it, and only under the epoch of the one who leads.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration STANDBY = Duration.ofMillis(500);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(5);
    private static final Duration LONGEST_POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final int BATCH = 1_000;
    /** So many at once, coming so quickly, are a sign of load. A batch that is merely late must not be made later still. */
    private static final int MANY = 10;
    private static final int MANY_PER_SECOND = 1_500;
    /** A turn is not begun sooner than this after the one before: what comes meanwhile goes together. The first after a pause never waits. */
    private static final Duration TURN = Duration.ofMillis(5);
    private static final Duration TURN_UNDER_LOAD = Duration.ofMillis(15);

    private final Lease lease;
    private final Outbox outbox;
    private final Map<String, Object> producerSettings;
    private final Thread thread;
    private final LongAdder published = new LongAdder();
    private volatile boolean woken;
    private volatile boolean stopping;
    private volatile boolean leading;

    /**
     * @param pool of the service's own role
     * @param kafka how to reach the broker: {@code bootstrap.servers}, {@code security.protocol}, {@code sasl.*};
     *     how to produce is the relay's own affair
     */
    public Relay(Pool pool, Map<String, Object> kafka) {
        this(pool, kafka, LEASE);
    }

    /** @param lease how long the next has to wait where this one is gone without giving its lease back */
    Relay(Pool pool, Map<String, Object> kafka, Duration lease) {
        var database = new Database(pool.getDelegate());
        this.lease = new Lease(database, lease);
        this.outbox = new Outbox(database);
        this.producerSettings = producerSettings(kafka);
        this.thread = Thread.ofPlatform().name("relay").daemon().unstarted(this::run);
    }

    public Relay start() {
        thread.start();
        return this;
    }

    /** There is something to publish. Cheap, never blocks, from any thread. */
    public void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** Whether this process is the one that publishes now. */
    public boolean leading() {
        return leading;
    }

    /** How many records the broker has acknowledged to this process. */
    public long published() {
        return published.sum();
    }

    /** Ends after what is on its way, and gives the lease back so that another may take over at once. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var pause = SHORTEST_POLL;
        while (!stopping) {
            try {
                if (lease.take()) {
                    lead();
                    pause = SHORTEST_POLL;
                } else {
                    sleep(STANDBY);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("publishing failed, starting over in %d ms: %s", pause.toMillis(), e.getCause() == null ? e : e.getCause());
                LOG.debug("publishing failed", e);
                sleep(pause);
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE_AFTER_FAILURE);
            } finally {
                leading = false;
            }
        }
    }

    private void lead() throws InterruptedException {
        var producer = new KafkaProducer<byte[], byte[]>(producerSettings);
        try {
            leading = true;
            LOG.infof("publishing under epoch %d", lease.epoch());
            drain(producer);
        } finally {
            // what was not acknowledged is still in the outbox; waiting for it here would outlive the lease
            producer.close(Duration.ZERO);
            releaseQuietly();
        }
    }

    /** While the broker works on one batch, the database brings the next. Returns when stopping or no longer leading. */
    private void drain(Producer<byte[], byte[]> producer) throws InterruptedException {
        var poll = SHORTEST_POLL;
        @Nullable
        Batch underWay = null;
        List<Long> acknowledged = List.of();
        long turn = System.nanoTime();
        while (lease.renewWhenDue()) {
            long before = turn;
            turn = System.nanoTime();
            var entries = outbox.step(lease.epoch(), acknowledged, underWay == null ? List.of() : underWay.positions, stopping ? 0 : BATCH);
            var next = entries.isEmpty() ? null : new Batch(entries, producer);
            if (underWay == null && next != null && entries.size() < BATCH) {
                underWay = next;
                next = null;
            }
            acknowledged = List.of();
            if (underWay != null) {
                if (!await(underWay)) return;
                acknowledged = underWay.positions;
            }
            underWay = next;
            if (underWay != null || !acknowledged.isEmpty()) {
                poll = SHORTEST_POLL;
                // each batch costs a commit here, a request to the broker, a transaction of who reads it
                if (underWay == null && !stopping) gather(turn, isLoad(acknowledged.size(), turn - before) ? TURN_UNDER_LOAD : TURN);
                continue;
            }
            if (stopping) return;
            sleep(poll);
            poll = min(poll.multipliedBy(2), LONGEST_POLL);
        }
        LOG.info("another process publishes now");
    }

    private static void gather(long since, Duration turn) throws InterruptedException {
        long rest = since + turn.toNanos() - System.nanoTime();
        if (rest > 0) Thread.sleep(Duration.ofNanos(rest));
    }

    private static boolean isLoad(int events, long nanos) {
        return events >= MANY && events * 1e9 >= MANY_PER_SECOND * (double) nanos;
    }

    /** @return false when another leads now */
    private boolean await(Batch batch) throws InterruptedException {
        try {
            while (!batch.await(STANDBY)) if (!lease.renewWhenDue()) return false;
        } catch (IllegalStateException e) {
            // what did arrive shall not be sent again at each new start
            outbox.step(lease.epoch(), batch.acknowledged(), List.of(), 0);
            throw e;
        }
        published.add(batch.positions.size());
        return true;
    }

    private void releaseQuietly() {
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.debug("the lease will expire by itself", e);
        }
    }

    private void sleep(Duration time) {
        if (!woken && !stopping) LockSupport.parkNanos(time.toNanos());
        woken = false;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Map<String, Object> producerSettings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // each partition's next batch takes as much from the heap however little is in it, and the pool keeps what five requests on their way once took
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // nobody asks the broker how its clients are; asking for what to tell loads a hundred classes
        settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        // a record is never given up because of time: that would let later ones of its stream overtake it
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return settings;
    }
}
