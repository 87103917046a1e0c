package org.kith.reporting.deadletters;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.kith.reporting.ingesting.Outgoing;

/** Sends kept records on to the dead-letter topic with their reason, at least once, after they are committed. */
@Singleton
public class DeadLetterPublisher {
    public static final String TOPIC = "kith.reporting.dead-letters";

    private static final Logger LOG = Logger.getLogger(DeadLetterPublisher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String UNPUBLISHED = """
            SELECT id, record_key, record_value, headers, topic, partition, record_offset, reason, detail
            FROM dead_letter WHERE NOT published ORDER BY id LIMIT 100
            """;
    private static final String PUBLISHED = "UPDATE dead_letter SET published = true WHERE id = ANY ($1)";

    private final Pool pool;
    private final Outgoing outgoing;
    private final AtomicBoolean busy = new AtomicBoolean();

    DeadLetterPublisher(Pool pool, Outgoing outgoing) {
        this.pool = pool;
        this.outgoing = outgoing;
    }

    /** Looks for some, without making the caller wait. */
    public void look() {
        if (busy.compareAndSet(false, true)) Thread.ofVirtual().name("kith-dead-letters").start(this::publish);
    }

    private void publish() {
        try {
            var ids = new ArrayList<UUID>();
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var row : pool.preparedQuery(UNPUBLISHED).execute().await().atMost(PATIENCE)) {
                ids.add(row.getUUID(0));
                sent.add(outgoing.producer().send(record(row)));
            }
            for (var each : sent) each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ids.isEmpty()) pool.preparedQuery(PUBLISHED).execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new))).await().atMost(PATIENCE);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warnf("dead letters wait to be sent on: %s", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.set(false);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Row row) {
        var record = new ProducerRecord<>(TOPIC, bytes(row.getBuffer(1)), bytes(row.getBuffer(2)));
        new JsonObject(row.getString(3)).forEach(header -> header(record, header.getKey(), String.valueOf(header.getValue())));
        header(record, "kith-topic", row.getString(4));
        header(record, "kith-partition", Integer.toString(row.getInteger(5)));
        header(record, "kith-offset", Long.toString(row.getLong(6)));
        header(record, "kith-reason", row.getString(7));
        header(record, "kith-detail", row.getString(8));
        return record;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte @org.jspecify.annotations.Nullable [] bytes(@org.jspecify.annotations.Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }
}
