package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kith.events.EventEnvelope;

/**
 * Processes are killed with {@code kill -9} under load, in an order that the printed seed decides. Afterwards every request that was
 * answered is there exactly once, in topic and report; none that was refused is; and no stream changed its order.
 *
 * <p>{@code kith.soak.minutes} makes it go on for as long as asked; otherwise it is one round, each victim once.
 */
@Tag("kill")
class KillTest {
    private static final List<String> VICTIMS = List.of("referral", "directory", "volunteer", "outcomes", "reporting", "gateway", "kafka", "postgres");
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final int BETWEEN_KILLS = 40;
    private static final int UUID_LENGTH = 36;

    private final Platform platform = Platform.started();

    @Test
    void whatever_is_killed_nothing_is_lost_and_nothing_counted_twice() throws Exception {
        var seed = Long.getLong("kith.seed", System.nanoTime());
        System.out.println("kill round with -Dkith.seed=" + seed);
        var random = new Random(seed);
        var before = new HashMap<Posting, BigDecimal>();
        for (var posting : List.of(Posting.REFERRAL, Posting.GROUP, Posting.VOLUNTEER, Posting.CASE_STUDY)) before.put(posting, reported(posting));
        var end = Instant.now().plus(Duration.ofMinutes(Long.getLong("kith.soak.minutes", 0)));

        var accepted = new HashMap<Posting, Map<String, String>>();
        try (var referrals = new Load(Posting.REFERRAL, 2);
                var groups = new Load(Posting.GROUP, 1);
                var volunteers = new Load(Posting.VOLUNTEER, 1);
                var caseStudies = new Load(Posting.CASE_STUDY, 1)) {
            var loads = List.of(referrals, groups, volunteers, caseStudies);
            do {
                for (var victim : shuffled(random)) kill(victim, loads, random);
            } while (Instant.now().isBefore(end));
            for (var load : loads) {
                accepted.put(load.posting(), load.finish());
                System.out.printf("%s: %d accepted, %d refused, %d sent again%n", load.posting().path(), load.accepted(), load.refused(), load.retried());
            }
        }
        for (var posting : before.keySet()) {
            var answered = accepted.get(posting);
            assertThat(new HashSet<>(answered.values())).as("one of " + posting.path() + " for each key").hasSameSizeAs(answered.keySet());
            Eventually.is(() -> reported(posting), before.get(posting).add(BigDecimal.valueOf(answered.size())));
            each_is_on_the_topic_once_and_in_order(posting, answered.values());
        }
    }

    private void each_is_on_the_topic_once_and_in_order(Posting posting, Collection<String> addresses) {
        var streams = EventTopic.read(posting.topic(), platform.kafkaClient(posting.service())).streams();
        assertThat(streams).allSatisfy((stream, events) -> assertThat(versions(events)).as("order of " + stream).isSorted().doesNotHaveDuplicates());

        var begun = streams.values().stream().flatMap(List::stream)
                .filter(event -> event.type().equals(posting.event()))
                .map(event -> id(event.stream()))
                .collect(Collectors.toList());
        assertThat(begun).as(posting.event()).doesNotHaveDuplicates().containsAll(addresses.stream().map(KillTest::id).toList());
        assertThat(platform.stored(posting.service(), posting.event())).as("stored and published alike").isEqualTo(begun.size());
    }

    private void kill(String victim, List<Load> loads, Random random) {
        var load = load(victim, loads);
        loads.forEach(Load::press);
        var enough = load.accepted() + BETWEEN_KILLS / 4 + random.nextInt(BETWEEN_KILLS);
        Awaitility.await().atMost(RECOVERY).until(() -> load.accepted() >= enough);
        System.out.println("kill -9 " + victim + " after " + load.accepted() + " accepted by " + load.posting().path());
        platform.kill(victim, () -> loads.forEach(Load::ease));
    }

    /** What the victim itself is asked to do, so that it is killed at work; referrals for those that serve all. */
    private static Load load(String victim, List<Load> loads) {
        return loads.stream().filter(load -> load.posting().service().equals(victim)).findAny().orElse(loads.getFirst());
    }

    private static List<String> shuffled(Random random) {
        var victims = new ArrayList<>(VICTIMS);
        Collections.shuffle(victims, random);
        return victims;
    }

    private static BigDecimal reported(Posting posting) {
        return Kith.as("programme-manager").indicator(posting.programme(), posting.indicator(), "");
    }

    private static List<Long> versions(List<EventEnvelope> events) {
        return events.stream().map(EventEnvelope::streamVersion).toList();
    }

    /** The identifier with which an address and a stream's name end. */
    private static String id(String text) {
        return text.substring(text.length() - UUID_LENGTH);
    }
}
