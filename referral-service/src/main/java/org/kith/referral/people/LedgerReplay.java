package org.kith.referral.people;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.kith.eventstore.CommandHandler;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonCommand;
import org.kith.referral.people.domain.PersonFact;
import org.kith.vault.Access;
import org.kith.vault.ErasureLedger;
import org.kith.vault.VaultStore;
import org.kith.web.starting.AwaitedAtStart;

/**
 * Applies the ledger before the service is ready: who was erased since a backup was taken is erased again after it was
 * restored, and an erasure that a crash cut short is finished.
 */
@Singleton
public final class LedgerReplay implements AwaitedAtStart {
    private static final Logger LOG = Logger.getLogger(LedgerReplay.class);
    private static final String ACTOR = "kith-erasure-ledger";
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ErasureLedger ledger;
    private final VaultStore vault;
    private final Erasing erasing;
    private final CommandHandler<PersonCommand, Person, PersonFact> handler;
    private final Clock clock;
    private volatile boolean applied;

    LedgerReplay(
            ErasureLedger ledger, VaultStore vault, Erasing erasing, CommandHandler<PersonCommand, Person, PersonFact> handler, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.erasing = erasing;
        this.handler = handler;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) throws IOException {
        var people = List.copyOf(ledger.people());
        apply(people)
                .onFailure().invoke(failure -> LOG.warnf("the erasure ledger cannot be applied yet: %s", failure.toString()))
                .onFailure().retry().withBackOff(AGAIN).indefinitely()
                .subscribe().with(again -> {
                    if (again > 0) LOG.infof("erased again from the ledger: %d of %d", again, people.size());
                    applied = true;
                });
    }

    /** @return how many had to be erased again */
    public Uni<Integer> apply(List<UUID> people) {
        return vault.stillThere(people).chain(back -> Multi.createFrom().iterable(people)
                .onItem().transformToUniAndConcatenate(person -> back.contains(person) ? again(person).replaceWith(1) : untold(person))
                .collect().in(() -> new int[1], (sum, one) -> sum[0] += one)
                .map(sum -> sum[0]));
    }

    private Uni<Integer> untold(UUID person) {
        return handler.load(handler.family().stream(person))
                .chain(loaded -> loaded.state() instanceof Person.Forgotten ? Uni.createFrom().item(0) : again(person).replaceWith(1));
    }

    private Uni<Void> again(UUID person) {
        return erasing.forget(new Access(person, "person/" + person, ACTOR, null, UUID.randomUUID()), clock.instant());
    }

    @Override
    public String name() {
        return "erasure ledger";
    }

    @Override
    public boolean done() {
        return applied;
    }
}
