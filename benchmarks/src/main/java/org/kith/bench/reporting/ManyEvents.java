package org.kith.bench.reporting;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kith.events.CloudEventHeaders;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;
import org.kith.events.PublicEvent;
import org.kith.events.ReferralEvent.ContactHeld;
import org.kith.events.ReferralEvent.PersonSignposted;
import org.kith.events.ReferralEvent.ReferralClosed;
import org.kith.events.ReferralEvent.ReferralReceived;
import org.kith.eventstore.PublicEventJson;

/**
 * A large programme's history on the topic: of each person two referrals, five contacts, two signposts and a close, over a year. Put
 * there once; reporting takes it in as it takes in everything.
 */
final class ManyEvents {
    static final String TOPIC = "kith.referral.events";
    private static final int EACH = 10;
    private static final Instant START = Instant.parse("2019-04-03T09:00:00Z");
    private static final List<String> AREAS = List.of("breckland", "coastal", "fens", "ketts-oak", "kings-lynn", "mid-norfolk", "swaffham");
    private static final List<String> MODES = List.of("phone", "face-to-face", "video");
    private static final List<String> SOURCES = List.of("primary-care", "self", "adult-social-care");

    private final RunningReporting kith;

    ManyEvents(RunningReporting kith) {
        this.kith = kith;
    }

    /** Returns when reporting has counted as many of the programme's events. */
    void ensure(long wanted) throws SQLException, InterruptedException {
        long there = facts();
        long begin = System.nanoTime();
        if (there < wanted) publish(there / EACH, (wanted - there + EACH - 1) / EACH);
        long before = there;
        while (facts() < wanted) Thread.sleep(Duration.ofSeconds(2));
        if (there < wanted)
            System.err.printf("reporting took in %d events as they came, %.0f a second%n", facts() - before, (facts() - before) * 1e9 / (System.nanoTime() - begin));
    }

    /** How many records the topic has, once all are counted. */
    long records() throws SQLException {
        return number("SELECT sum(next_offset) FROM position WHERE topic = '" + TOPIC + "'");
    }

    /** How many facts the programme has. */
    long facts() throws SQLException {
        return number("SELECT count(*) FROM fact WHERE programmes @> ARRAY['" + RunningReporting.PROGRAMME + "']");
    }

    private long number(String question) throws SQLException {
        try (var database = kith.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void publish(long firstPerson, long people) {
        var settings = new HashMap<>(kith.kafka());
        settings.put("acks", "all");
        settings.put("linger.ms", 5);
        settings.put("batch.size", 256 * 1024);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long person = firstPerson; person < firstPerson + people; person++)
                for (int i = 0; i < EACH; i++) producer.send(record(person, i));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(long person, int which) {
        var event = event(person, which);
        var entry = EventCatalogue.of(event.getClass());
        var id = new UUID(0x0195b3f000007000L | person << 20, 0x8000000000000000L | person * EACH + which);
        var at = START.plus(Duration.ofDays((person + 20L * which) % 360)).plusSeconds(person % 20_000);
        var envelope = new EventEnvelope(
                id, "/kith/referral", "referral-" + subject(person), which + 1, entry.type(), entry.version(), at, at, List.of(RunningReporting.PROGRAMME),
                AREAS.get((int) (person % AREAS.size())), null, "bench", id, null, List.of());
        var headers = new RecordHeaders();
        CloudEventHeaders.write(envelope).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                TOPIC, null, null, envelope.stream().getBytes(StandardCharsets.UTF_8), PublicEventJson.write(event).getBytes(StandardCharsets.UTF_8), headers);
    }

    private static PublicEvent event(long person, int which) {
        var referral = subject(person);
        var somebody = new UUID(0x0195b3f000007001L, person).toString();
        return switch (which) {
            case 0, 1 -> new ReferralReceived(
                    referral, somebody, SOURCES.get((int) (person % SOURCES.size())), "KITH-NLW-0" + (1 + person % 9), List.of("debt", "housing"), "35-44",
                    person % 2 == 0 ? "female" : "male", "not-asked", "rest");
            case 2, 3, 4, 5, 6 -> new ContactHeld(referral, somebody, "worker-" + person % 12, MODES.get((int) (person % MODES.size())), (int) (10 + person % 50), null, null);
            case 7, 8 -> new PersonSignposted(referral, somebody, "group", "group-" + person % 300);
            default -> new ReferralClosed(referral, somebody, "goals-met");
        };
    }

    private static String subject(long person) {
        return new UUID(0x0195b3f000007000L, person).toString();
    }
}
