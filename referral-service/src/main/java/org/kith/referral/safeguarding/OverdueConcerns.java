package org.kith.referral.safeguarding;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Outcome;
import org.kith.referral.safeguarding.domain.Concern;
import org.kith.referral.safeguarding.domain.ConcernCommand;
import org.kith.referral.safeguarding.domain.ConcernFact;
import org.kith.referral.timing.RegularLook;

/** Says of a concern that nobody acknowledged in time that it is overdue, dated at its deadline, once. */
@Singleton
final class OverdueConcerns {
    private static final Logger LOG = Logger.getLogger(OverdueConcerns.class);
    private static final String ACTOR = "kith-timers";

    private final Concerns concerns;
    private final CommandHandler<ConcernCommand, Concern, ConcernFact> handler;
    private final SafeguardingSettings settings;
    private final Clock clock;
    private @Nullable Cancellable looking;

    OverdueConcerns(
            Concerns concerns, CommandHandler<ConcernCommand, Concern, ConcernFact> handler, SafeguardingSettings settings, Clock clock) {
        this.concerns = concerns;
        this.handler = handler;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        looking = RegularLook.every(settings.lookEvery(), "overdue concerns", () -> look(clock.instant()).invoke(overdue -> {
            if (overdue > 0) LOG.warnf("safeguarding concerns that nobody acknowledged in time: %d", overdue);
        }));
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (looking != null) looking.cancel();
    }

    /** @return how many became overdue */
    Uni<Integer> look(Instant now) {
        return concerns.unacknowledged(now.minus(settings.acknowledgeWithin())).chain(found -> Multi.createFrom().iterable(found)
                .onItem().transformToUniAndConcatenate(concern -> remind(concern, now))
                .collect().in(() -> new int[1], (sum, one) -> sum[0] += one)
                .map(sum -> sum[0]));
    }

    private Uni<Integer> remind(ConcernRow concern, Instant now) {
        var command = new ConcernCommand.Remind(concern.raisedAt().plus(settings.acknowledgeWithin()));
        return handler.handle(
                handler.family().stream(concern.id()), command, CommandContext.of(ACTOR, UUID.randomUUID(), now),
                (state, version, events) -> Concerns.show(state, version, events.size()))
                .map(outcome -> outcome instanceof Outcome.Appended<Concern> ? 1 : 0);
    }
}
