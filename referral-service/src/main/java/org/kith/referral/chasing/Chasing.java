package org.kith.referral.chasing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Outcome;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.steps.StepRows;
import org.kith.referral.timing.RegularLook;

/**
 * Chases, and later declines, what nobody answers. What happens is dated at its deadline, not at the moment of looking; whether
 * it may happen is decided on the events, so that two who look at once do it once.
 */
@Singleton
final class Chasing {
    private static final Logger LOG = Logger.getLogger(Chasing.class);
    private static final String ACTOR = "kith-timers";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Unanswered unanswered;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;
    private final ChasingSettings settings;
    private final Clock clock;
    /** Everything up to here was answered or is chased; forgotten at a restart, and then looked through again. */
    private UUID lookedThrough = BEFORE_ALL;
    private @Nullable Cancellable looking;

    Chasing(
            Unanswered unanswered, CommandHandler<ReferralCommand, Referral, ReferralFact> handler, ChasingSettings settings, Clock clock) {
        this.unanswered = unanswered;
        this.handler = handler;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        looking = RegularLook.every(settings.lookEvery(), "who has not answered", () -> look(clock.instant()).invoke(done -> {
            if (done > 0) LOG.infof("chased or declined because nobody answered: %d", done);
        }));
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (looking != null) looking.cancel();
    }

    /** Does all that is due. @return for how many referrals something happened */
    Uni<Integer> look(Instant now) {
        return untouched(now).chain(chased -> touched(now).map(more -> chased + more));
    }

    private Uni<Integer> untouched(Instant now) {
        return unanswered.untouched(lookedThrough, now.minus(settings.chaseAfter())).chain(found -> each(found, now).chain(done -> {
            if (!found.isEmpty()) lookedThrough = found.getLast().id();
            return found.size() < Unanswered.AT_ONCE ? Uni.createFrom().item(done) : untouched(now).map(more -> done + more);
        }));
    }

    private Uni<Integer> touched(Instant now) {
        return unanswered.touched(now.minus(settings.chaseAfter()), now.minus(settings.declineAfter())).chain(found -> each(found, now)
                .chain(done -> done == 0 ? Uni.createFrom().item(0) : touched(now).map(more -> done + more)));
    }

    private Uni<Integer> each(List<Unanswered.Referral> found, Instant now) {
        return Multi.createFrom().iterable(found)
                .onItem().transformToUniAndConcatenate(one -> remind(one, now))
                .collect().in(() -> new int[1], (sum, one) -> sum[0] += one)
                .map(sum -> sum[0]);
    }

    /** Refused where somebody answered, or another looked, at the same moment: then there is nothing left to do. */
    private Uni<Integer> remind(Unanswered.Referral one, Instant now) {
        var command = one.chased()
                ? new ReferralCommand.GiveUp(one.since().plus(settings.declineAfter()))
                : new ReferralCommand.Chase(one.since().plus(settings.chaseAfter()));
        return handler.handle(
                handler.family().stream(one.id()), command, CommandContext.of(ACTOR, UUID.randomUUID(), now), new StepRows(ACTOR, now, null, null))
                .map(outcome -> outcome instanceof Outcome.Appended<Referral> ? 1 : 0);
    }
}
