package org.kith.volunteer.erasing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.events.CloudEventHeaders;
import org.kith.events.ReferralEvent.PersonErased;
import org.kith.eventstore.PublicEventJson;
import org.kith.vault.Access;
import org.kith.vault.VaultStore;
import org.kith.volunteer.storage.Broker;

/**
 * Follows the referral service's events for people who were erased there. A position is committed after the erasures before it
 * are done, so each is done at least once; erasing again destroys nothing more.
 */
@Singleton
class ErasedElsewhere {
    private static final Logger LOG = Logger.getLogger(ErasedElsewhere.class);
    private static final String TOPIC = "kith.referral.events";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final Erasing erasing;
    private final VaultStore vault;
    private final Map<String, Object> settings;
    private final Thread reader = Thread.ofPlatform().name("erased-elsewhere").daemon().unstarted(this::run);
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private volatile boolean caughtUp;
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;

    ErasedElsewhere(Erasing erasing, VaultStore vault, Broker broker) {
        this.erasing = erasing;
        this.vault = vault;
        this.settings = new HashMap<>(broker.client());
        settings.put("group.id", "volunteer-erasing");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        // every referral's events pass here for the few that erase somebody: many at a time, a quarter of a second late at most
        settings.put("fetch.min.bytes", 256 * 1024);
        settings.put("fetch.max.wait.ms", 250);
        // who is killed does not say that it leaves, and its successor is not ready before the group has missed it: the usual 45 s are long
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 3_000);
    }

    void start(@Observes StartupEvent started) {
        reader.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        var consumer = reading;
        if (consumer != null) consumer.wakeup();
        try {
            reader.join(LEAVE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** True once the ledger was applied and everything that stood in the topic at the start was read. */
    boolean caughtUp() {
        return caughtUp;
    }

    private void run() {
        while (!stopping) {
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                erasing.eraseAgain().await().atMost(PATIENCE);
                consumer.subscribe(List.of(TOPIC), assigned(consumer));
                while (!stopping) read(consumer);
            } catch (RuntimeException e) {
                if (stopping) return;
                LOG.warnf("cannot follow %s, trying again: %s", TOPIC, e.toString());
                pause();
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        var records = consumer.poll(Duration.ofMillis(250));
        for (var item : records) take(item);
        if (!records.isEmpty()) consumer.commitSync();
        if (!caughtUp && !consumer.assignment().isEmpty())
            caughtUp = consumer.assignment().stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
    }

    private ConsumerRebalanceListener assigned(KafkaConsumer<String, byte[]> consumer) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                consumer.endOffsets(partitions).forEach(ends::putIfAbsent);
                // more replicas than partitions: the others see to it
                if (partitions.isEmpty()) caughtUp = true;
            }
        };
    }

    private void take(ConsumerRecord<String, byte[]> item) {
        var type = item.headers().lastHeader("ce_type");
        if (type == null || !"person.erased".equals(new String(type.value(), StandardCharsets.UTF_8))) return;
        Access access;
        try {
            access = access(item);
        } catch (IOException | IllegalArgumentException e) {
            LOG.errorf("skipped what cannot be read at %s-%d@%d", TOPIC, item.partition(), item.offset());
            return;
        }
        vault.key(access.person())
                .chain(key -> key.isPresent() ? erasing.erase(access) : Uni.createFrom().voidItem())
                .await()
                .atMost(PATIENCE);
    }

    private static Access access(ConsumerRecord<String, byte[]> item) throws IOException {
        var headers = new HashMap<String, String>();
        item.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        var envelope = CloudEventHeaders.read(headers);
        var person = UUID.fromString(PublicEventJson.read(item.value(), PersonErased.class).person());
        return new Access(person, "event/" + envelope.id(), envelope.actor(), envelope.provider(), envelope.correlationId());
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
