package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
 * answered is there exactly once, in store, topic and report; none that was refused is; and no stream changed its order.
 *
 * <p>{@code kith.soak.minutes} makes it go on for as long as asked; otherwise it is one round, each victim once.
 */
@Tag("kill")
class KillTest {
    private static final List<String> VICTIMS = List.of("referral", "reporting", "gateway", "directory", "kafka", "postgres");
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final int BETWEEN_KILLS = 40;

    private final Platform platform = Platform.started();

    @Test
    void whatever_is_killed_nothing_is_lost_and_nothing_counted_twice() throws Exception {
        var seed = Long.getLong("kith.seed", System.nanoTime());
        System.out.println("kill round with -Dkith.seed=" + seed);
        var random = new Random(seed);
        var before = received();
        var end = Instant.now().plus(Duration.ofMinutes(Long.getLong("kith.soak.minutes", 0)));

        Map<String, String> accepted;
        try (var load = new Load()) {
            do {
                for (var victim : shuffled(random)) kill(victim, load, random);
            } while (Instant.now().isBefore(end));
            accepted = load.finish();
            System.out.printf("%d accepted, %d refused, %d sent again%n", load.accepted(), load.refused(), load.retried());
        }

        var streams = accepted.values().stream().map(KillTest::stream).collect(Collectors.toCollection(HashSet::new));
        assertThat(streams).as("one referral for each key").hasSameSizeAs(accepted.keySet());
        Eventually.is(this::received, before.add(BigDecimal.valueOf(accepted.size())));
        Eventually.is(this::published, new BigDecimal(platform.stored("referral", "referral.received")));

        var topic = ReferralTopic.read(platform.kafkaClient("referral")).streams();
        assertThat(topic.keySet()).as("streams on the topic").containsAll(streams);
        assertThat(topic).allSatisfy((stream, events) -> assertThat(versions(events)).as("order of " + stream).isSorted().doesNotHaveDuplicates());
        for (var stream : streams)
            assertThat(topic.get(stream)).filteredOn(event -> event.type().equals("referral.received")).as(stream).hasSize(1);
    }

    private void kill(String victim, Load load, Random random) {
        var enough = load.accepted() + BETWEEN_KILLS / 2 + random.nextInt(BETWEEN_KILLS);
        Awaitility.await().atMost(RECOVERY).until(() -> load.accepted() >= enough);
        var process = platform.process(victim);
        System.out.println("kill -9 " + victim + " after " + load.accepted() + " accepted");
        process.destroyForcibly();
        Awaitility.await().atMost(RECOVERY).until(() -> !process.isAlive());
        Awaitility.await().atMost(RECOVERY).pollInterval(Duration.ofSeconds(3)).until(platform::healthy);
    }

    private static List<String> shuffled(Random random) {
        var victims = new ArrayList<>(VICTIMS);
        Collections.shuffle(victims, random);
        return victims;
    }

    private BigDecimal received() {
        return Kith.as("programme-manager").indicator("norfolk-living-well", "referrals-received", "");
    }

    private BigDecimal published() {
        return BigDecimal.valueOf(ReferralTopic.read(platform.kafkaClient("referral")).streams().values().stream()
                .flatMap(List::stream)
                .filter(event -> event.type().equals("referral.received"))
                .count());
    }

    private static List<Long> versions(List<EventEnvelope> events) {
        return events.stream().map(EventEnvelope::streamVersion).toList();
    }

    private static String stream(String location) {
        return "referral-" + location.substring(location.lastIndexOf('/') + 1);
    }
}
