package org.kith.referral.receiving;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.kith.decider.Rejection;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.Companions;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.UuidV7;
import org.kith.referral.deprivation.Neighbourhoods;
import org.kith.referral.domain.Referral;
import org.kith.referral.receiving.Intake.Known;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.people.Matching;
import org.kith.referral.storage.Tables;
import org.kith.vault.Vault;
import org.kith.vault.VaultStore;
import org.kith.vault.VaultTables;
import org.kith.web.command.Answering;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.problem.Problems;

/**
 * Stores a checked referral in one commit. Most people are new, so that is tried first, in a single round trip; only when one
 * of their numbers turns out to be taken is the person looked up and the referral stored as theirs.
 */
@Singleton
public final class Receiving {
    private static final int ATTEMPTS = 5;
    private static final String FOREIGN_KEY_VIOLATED = "23503";
    private static final String OPEN_REFERRAL = """
            SELECT referral FROM referral_view
            WHERE person = $1 AND programme = $2 AND phase NOT IN ('declined', 'disengaged', 'closed', 'cancelled', 'entered-in-error')
            ORDER BY referral LIMIT 1""";

    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;
    private final Commands commands;
    private final Neighbourhoods neighbourhoods;
    private final Matching matching;
    private final Vault vault;
    private final VaultStore people;
    private final Pool pool;

    Receiving(
            CommandHandler<ReferralCommand, Referral, ReferralFact> handler,
            Commands commands,
            Neighbourhoods neighbourhoods,
            Matching matching,
            Vault vault,
            VaultStore people,
            Pool pool) {
        this.handler = handler;
        this.commands = commands;
        this.neighbourhoods = neighbourhoods;
        this.matching = matching;
        this.vault = vault;
        this.people = people;
        this.pool = pool;
    }

    /** What became of a referral that came by no request of its own. */
    public sealed interface Received {
        record Stored(UUID referral) implements Received {}

        /** The sender referred the same person under the same reference before, and it is still open. */
        record AlreadyOpen(UUID referral) implements Received {}

        /** A row of the door's own was there already. Nothing was stored. */
        record Claimed() implements Received {}

        /** What is said to have become of it could not have been. Nothing was stored. */
        record Impossible(Rejection why) implements Received {}
    }

    /** @param again what to answer where the sender referred the same person under the same reference before, and it is still open */
    public Uni<Response> receive(
            CheckedReferral checked, Sender sender, Asked asked, Answering<Referral> answering, Function<UUID, Response> again) {
        return placed(checked).chain(known -> receiveKnowing(known, sender, asked, answering, again));
    }

    private Uni<Response> receiveKnowing(
            CheckedReferral checked, Sender sender, Asked asked, Answering<Referral> answering, Function<UUID, Response> again) {
        var intake = intake(checked, sender, asked.now(), List.of());
        return store(intake, Known.NOBODY, rows -> commands.companions(asked, rows, answering), ATTEMPTS).chain(outcome -> isOpenAlready(outcome)
                ? openUnder(intake).map(open -> open.map(again).orElseThrow(Receiving::busy))
                : commands.respond(asked, outcome, answering));
    }

    /**
     * @param since what had become of it where it began elsewhere, in its order; nobody is told of that
     * @param claim makes the row by which the door knows what it has brought in before, of the new referral's id
     */
    public Uni<Received> receive(CheckedReferral checked, List<ReferralCommand> since, Sender sender, Instant now, Function<UUID, CompanionRow> claim) {
        return placed(checked).chain(known -> receiveKnowing(known, since, sender, now, claim));
    }

    private Uni<Received> receiveKnowing(
            CheckedReferral checked, List<ReferralCommand> since, Sender sender, Instant now, Function<UUID, CompanionRow> claim) {
        var intake = intake(checked, sender, now, since);
        var row = claim.apply(intake.referral());
        return store(intake, Known.NOBODY, rows -> rows.and(row), ATTEMPTS).chain(outcome -> switch (outcome) {
            case Outcome.Appended<Referral> _ -> Uni.createFrom().item(new Received.Stored(intake.referral()));
            case Outcome.ClaimTaken<Referral>(var table) when table == row.table() -> Uni.createFrom().item(new Received.Claimed());
            case Outcome.ClaimTaken<Referral> taken when isOpenAlready(taken) ->
                openUnder(intake).map(open -> new Received.AlreadyOpen(open.orElseThrow(Receiving::busy)));
            case Outcome.Rejected<Referral>(var why) -> Uni.createFrom().item(new Received.Impossible(why));
            case Outcome.ClaimTaken<Referral> _,Outcome.StaleVersion<Referral> _ ->
                throw new IllegalStateException("a checked referral under an id just made was refused");
        });
    }

    /** The postcode goes no further than this: the events get the band that it is in. */
    private Uni<CheckedReferral> placed(CheckedReferral checked) {
        return neighbourhoods
                .of(checked.programme(), checked.identity().postcode(), LocalDate.ofInstant(checked.occurredAt(), ReferralCheck.LONDON))
                .map(place -> place.map(checked::livingIn).orElse(checked));
    }

    private Intake intake(CheckedReferral checked, Sender sender, Instant now, List<ReferralCommand> since) {
        var reference = checked.externalReference() == null
                ? null
                : matching.reference(sender.organisation(), checked.programme(), checked.externalReference(), checked.identity());
        return new Intake(
                UuidV7.at(now), checked, sender, now, matching.hashes(checked.identity()), matching.likeness(checked.identity()), reference, since);
    }

    private static boolean isOpenAlready(Outcome<Referral> outcome) {
        return outcome instanceof Outcome.ClaimTaken<Referral>(var table) && table == Tables.REFERENCE;
    }

    /** @param beside puts the request's or the door's own rows beside those of the receipt */
    private Uni<Outcome<Referral>> store(Intake intake, Known known, UnaryOperator<Companions<Referral>> beside, int attemptsLeft) {
        if (attemptsLeft == 0) return Uni.createFrom().failure(busy());
        var key = known.matches().isEmpty() ? vault.newKey(UuidV7.at(intake.now())) : known.matches().getFirst().key();
        var command = intake.command(key.person(), intake.comesOpen() ? known.openReferral() : null);
        var rows = beside.apply(intake.companions(key, known, command));
        return handler.create(handler.family().stream(intake.referral()), intake.arriving(command), intake.context(), rows)
                .onFailure(Receiving::wasErasedMeanwhile)
                .recoverWithItem(() -> new Outcome.ClaimTaken<>(VaultTables.IDENTIFIER))
                .chain(outcome -> outcome instanceof Outcome.ClaimTaken<Referral>(var table) && table == VaultTables.IDENTIFIER
                        ? known(intake).chain(found -> store(intake, found, beside, attemptsLeft - 1))
                        : Uni.createFrom().item(outcome));
    }

    /** Who is behind the numbers, and whether they have a referral to the same programme that has not ended. */
    private Uni<Known> known(Intake intake) {
        return people.find(intake.hashes()).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(Known.NOBODY)
                : pool.preparedQuery(OPEN_REFERRAL)
                        .execute(Tuple.of(found.getFirst().key().person(), intake.checked().programme()))
                        .map(rows -> new Known(found, rows.size() == 0 ? null : rows.iterator().next().getUUID(0))));
    }

    private Uni<Optional<UUID>> openUnder(Intake intake) {
        var reference = Objects.requireNonNull(intake.reference(), "only a reference can be taken");
        return pool.preparedQuery("SELECT referral FROM referral_reference WHERE hash = $1")
                .execute(Tuple.of(Buffer.buffer(reference)))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next().getUUID(0)));
    }

    private static boolean wasErasedMeanwhile(Throwable failure) {
        return failure instanceof PgException refused && FOREIGN_KEY_VIOLATED.equals(refused.getSqlState());
    }

    private static RuntimeException busy() {
        return Problems.unavailable("The same person is being changed by others at this moment. Try again.", Duration.ofSeconds(1));
    }
}
