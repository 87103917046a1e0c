package org.kith.referral.people;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Outcome;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonCommand;
import org.kith.referral.people.domain.PersonFact;
import org.kith.vault.Access;
import org.kith.vault.ErasureLedger;
import org.kith.vault.VaultStore;
import org.kith.web.problem.Problems;

/**
 * Erases somebody for good: first into the ledger, then their key and hashes are destroyed, then it is told to the world. Each
 * part may be done again, so a crash between them is made good from the ledger at the next start.
 */
@Singleton
public final class Erasing {
    /** Hashes too; after the key, when no referral can come in for the person any more. */
    private static final String REFERENCES = "DELETE FROM referral_reference r USING referral_file f WHERE f.referral = r.referral AND f.person = $1";

    private static final String LIKENESS = "UPDATE referral_file SET likeness = NULL, likeness_and_postcode = NULL WHERE person = $1";

    private final ErasureLedger ledger;
    private final VaultStore vault;
    private final CommandHandler<PersonCommand, Person, PersonFact> handler;
    private final Pool pool;

    Erasing(ErasureLedger ledger, VaultStore vault, CommandHandler<PersonCommand, Person, PersonFact> handler, Pool pool) {
        this.ledger = ledger;
        this.vault = vault;
        this.handler = handler;
        this.pool = pool;
    }

    /** @return fails with a 409 problem while a legal hold is on the person */
    public Uni<Void> erase(Access access, Instant now) {
        return handler.load(handler.family().stream(access.person()))
                .invoke(loaded -> refuse(Person.holdsOn(loaded.state())))
                .chain(() -> Uni.createFrom().voidItem().invoke(() -> write(access, now)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .chain(() -> forget(access, now));
    }

    private static void refuse(Set<String> holds) {
        if (!holds.isEmpty())
            throw Problems.conflict("legal-hold", "A legal hold forbids it (" + String.join(", ", holds) + "): it has to be lifted first.");
    }

    /** What follows on the ledger's line. */
    Uni<Void> forget(Access access, Instant now) {
        var person = access.person();
        var context = CommandContext.of(access.actor(), access.correlationId(), now);
        return vault.destroy(access)
                .chain(() -> pool.preparedQuery(REFERENCES).execute(Tuple.of(person)))
                .chain(() -> pool.preparedQuery(LIKENESS).execute(Tuple.of(person)))
                .chain(() -> handler.handle(handler.family().stream(person), new PersonCommand.ErasePerson(person, now), context,
                        (state, version, events) -> Standing.show(person, state, version, events.size())))
                .invoke(outcome -> {
                    if (!(outcome instanceof Outcome.Appended<Person>)) throw new IllegalStateException("an erasure was not told: " + outcome);
                })
                .replaceWithVoid();
    }

    private void write(Access access, Instant now) {
        try {
            ledger.record(access.person(), now, access.actor());
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure ledger cannot be written", e);
        }
    }
}
