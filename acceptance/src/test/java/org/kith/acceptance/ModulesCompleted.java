package org.kith.acceptance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kith.events.CloudEventHeaders;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;
import org.kith.events.PublicEvent;
import org.kith.events.VolunteerEvent.ModuleCompleted;
import org.kith.events.VolunteerEvent.VolunteerTrained;
import org.kith.eventstore.PublicEventJson;

/**
 * A backlog for reporting: the volunteer service's events, of a year of their own, put on its topic faster than anything can be
 * posted. Some come twice, as they do after a relay's take-over.
 */
final class ModulesCompleted implements AutoCloseable {
    /** What reporting needs a few seconds for. */
    private static final int BACKLOG = 6_000;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final List<String> KINDS = List.of("rsph-level-1", "mecc", "mental-health-awareness", "needs-led");

    private final Platform platform;
    private final KafkaProducer<String, String> producer;
    private final Random random;
    private final int year;
    private final String run = UUID.randomUUID().toString();
    private final Set<String> trained = new HashSet<>();
    private final BigDecimal completedBefore;
    private final BigDecimal trainedBefore;
    private long completed;

    ModulesCompleted(Platform platform, Random random, int year) {
        this.platform = platform;
        var settings = platform.kafkaClient("volunteer");
        settings.put("acks", "all");
        settings.put("linger.ms", "20");
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        this.random = random;
        this.year = year;
        this.completedBefore = shown("modules-completed");
        this.trainedBefore = shown("volunteers-trained");
    }

    /** What the report shows for the year. */
    BigDecimal shown(String indicator) {
        return Kith.as("programme-manager").indicator("clics", indicator, "?period=" + year);
    }

    /** Returns when the broker has them all. */
    void publish(int events) {
        for (int i = 0; i < events; i++) {
            var volunteer = "volunteer-" + run + "-" + random.nextInt(500);
            boolean training = random.nextInt(5) > 0;
            if (training) completed++;
            else trained.add(volunteer);
            send(training ? new ModuleCompleted(volunteer, "module-" + random.nextInt(9), KINDS.get(random.nextInt(KINDS.size()))) : new VolunteerTrained(volunteer));
        }
        producer.flush();
    }

    /** Publishes a backlog, and more whenever half of it is read, so that there is always something to read until this is closed. */
    Publishing publishing() {
        var open = new AtomicBoolean(true);
        var thread = Thread.ofVirtual().start(() -> {
            publish(BACKLOG);
            for (; open.get(); LockSupport.parkNanos(LOOK.toNanos())) if (unread() < BACKLOG / 2) publish(BACKLOG / 2);
        });
        return () -> {
            open.set(false);
            thread.join();
        };
    }

    private long unread() {
        try {
            return platform.unread("kith.volunteer.events");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Publishing extends AutoCloseable {

        /** Returns when the broker has all that was published. */
        @Override
        void close() throws InterruptedException;
    }

    /** What the report must show for the year. */
    BigDecimal completed() {
        return completedBefore.add(BigDecimal.valueOf(completed));
    }

    /** People, each once. */
    BigDecimal trained() {
        return trainedBefore.add(BigDecimal.valueOf(trained.size()));
    }

    private void send(PublicEvent event) {
        var entry = EventCatalogue.of(event.getClass());
        var id = UUID.randomUUID();
        Instant at = LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)).atTime(12, 0).toInstant(ZoneOffset.UTC);
        var envelope = new EventEnvelope(
                id, "/kith/volunteer", "module-record-" + id, 1, entry.type(), entry.version(), at, at, List.of("clics"), "CP" + (4 + random.nextInt(3)), null,
                "tester", UUID.randomUUID(), null, List.of());
        int times = random.nextInt(20) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            var headers = new RecordHeaders();
            CloudEventHeaders.write(envelope).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(new ProducerRecord<>(entry.topic(), null, null, envelope.stream(), PublicEventJson.write(event), headers));
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
