package org.kith.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decision;
import org.kith.referral.publishing.ReferralFamily;

/**
 * Random sequences of commands, possible and impossible ones, of which the decider must make what a simple model makes; then each
 * history is stored, read again and told. {@code -Dkith.seed=…} plays one run again.
 */
class RandomReferralsTest {
    private static final int SEQUENCES = 1_000;
    private static final int LENGTH = 50;
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:30:00Z");

    private final ReferralDecider decider = new ReferralDecider();
    private final ReferralFamily family = new ReferralFamily();

    @Test
    void a_referral_does_what_the_model_says_whatever_is_asked_of_it() {
        long seed = Long.getLong("kith.seed", System.nanoTime());
        System.out.println("kith.seed=" + seed);
        for (int i = 0; i < SEQUENCES; i++) play(new Random(seed + i), "-Dkith.seed=" + (seed + i));
    }

    private void play(Random random, String seed) {
        var commands = new RandomCommands(random);
        var model = new SimpleReferral();
        var history = new ArrayList<ReferralFact>();
        var state = decider.initial();
        var now = BEGIN;
        for (int step = 0; step < LENGTH; step++) {
            now = now.plus(Duration.ofHours(random.nextInt(60)));
            var command = commands.next(model, now);
            var as = seed + " step " + step + " in " + model.phase() + ": " + command;
            boolean done = model.does(command);
            switch (decider.decide(command, state)) {
                case Decision.Rejected<ReferralFact>(var why) -> assertThat(done).as(as + " was refused: " + why.code()).isFalse();
                case Decision.Accepted<ReferralFact>(var facts) -> {
                    assertThat(done).as(as + " led to " + facts).isTrue();
                    assertThat(facts).as(as).isNotEmpty();
                    history.addAll(facts);
                    state = decider.fold(state, facts);
                }
            }
            check(as, state, model);
        }
        stored(seed, history, state);
    }

    private static void check(String as, Referral state, SimpleReferral model) {
        if (!(state instanceof Referral.Known known)) {
            assertThat(model.phase()).as(as).isEqualTo("none");
            return;
        }
        assertThat(known.phase().code()).as(as).isEqualTo(model.phase());
        assertThat(known.course().contacts().held()).as(as).isEqualTo(model.contacts());
        assertThat(known.course().duplicateOf() != null).as(as).isEqualTo(model.suspected());
        if (known instanceof Referral.Waiting waiting) assertThat(waiting.clock().waited()).as(as).isEqualTo(model.waited());
    }

    private void stored(String seed, List<ReferralFact> history, Referral state) {
        var again = decider.initial();
        for (var fact : history) {
            var written = family.codec().encode(fact);
            again = decider.evolve(again, family.codec().decode(written.type(), written.version(), written.data()));
            var told = family.publish(UUID.nameUUIDFromBytes(written.data().getBytes(StandardCharsets.UTF_8)).toString(), again, fact).orElseThrow();
            assertThat(told.programmes()).as(seed).containsExactly("improving-lives");
        }
        assertThat(again).as(seed).isEqualTo(state);
    }
}
