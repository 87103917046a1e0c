package org.kith.referral.people;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
    private final SamePerson same;
    private final Pool pool;

    Erasing(ErasureLedger ledger, VaultStore vault, CommandHandler<PersonCommand, Person, PersonFact> handler, SamePerson same, Pool pool) {
        this.ledger = ledger;
        this.vault = vault;
        this.handler = handler;
        this.same = same;
        this.pool = pool;
    }

    /** Under every reference of theirs. @return fails with a 409 problem while a legal hold is on the person, under whichever reference */
    public Uni<Void> erase(Access access, Instant now) {
        return same.references(access.person())
                .chain(references -> holds(references).invoke(Erasing::refuse).chain(() -> erase(access, references, now)));
    }

    /** Another reference may be merged in until these are gone, and in no longer: what was is found when it is looked again. */
    private Uni<Void> erase(Access access, List<UUID> references, Instant now) {
        var each = references.stream().map(reference -> new Access(reference, "person/" + reference, access.actor(), access.organisation(), access.correlationId())).toList();
        return Uni.createFrom().voidItem().invoke(() -> each.forEach(one -> write(one, now))).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> Multi.createFrom().iterable(each).onItem().transformToUniAndConcatenate(one -> forget(one, now)).collect().asList())
                .chain(() -> same.references(access.person()))
                .chain(all -> references.containsAll(all) ? Uni.createFrom().voidItem() : erase(access, all, now));
    }

    private Uni<TreeSet<String>> holds(List<UUID> references) {
        return Multi.createFrom().iterable(references)
                .onItem().transformToUniAndConcatenate(reference -> handler.load(handler.family().stream(reference)))
                .collect().in(TreeSet<String>::new, (holds, loaded) -> holds.addAll(Person.holdsOn(loaded.state())));
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
