package org.kith.referral.receiving;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.UuidV7;
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
            WHERE person = $1 AND programme = $2 AND phase NOT IN ('declined', 'disengaged', 'closed', 'entered-in-error')
            ORDER BY referral LIMIT 1""";

    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;
    private final Commands commands;
    private final Matching matching;
    private final Vault vault;
    private final VaultStore people;
    private final Pool pool;

    Receiving(
            CommandHandler<ReferralCommand, Referral, ReferralFact> handler,
            Commands commands,
            Matching matching,
            Vault vault,
            VaultStore people,
            Pool pool) {
        this.handler = handler;
        this.commands = commands;
        this.matching = matching;
        this.vault = vault;
        this.people = people;
        this.pool = pool;
    }

    /** @param again what to answer where the sender referred the same person under the same reference before, and it is still open */
    public Uni<Response> receive(
            CheckedReferral checked, Sender sender, Asked asked, Answering<Referral> answering, Function<UUID, Response> again) {
        var reference = checked.externalReference() == null
                ? null
                : matching.reference(sender.organisation(), checked.programme(), checked.externalReference(), checked.identity());
        var intake = new Intake(UuidV7.at(asked.now()), checked, sender, asked.now(), matching.hashes(checked.identity()), reference);
        return store(intake, Known.NOBODY, asked, answering, ATTEMPTS).chain(outcome -> {
            if (reference == null || !(outcome instanceof Outcome.ClaimTaken<Referral>(var table)) || table != Tables.REFERENCE)
                return commands.respond(asked, outcome, answering);
            return openUnder(reference).map(open -> open.map(again).orElseThrow(Receiving::busy));
        });
    }

    private Uni<Outcome<Referral>> store(Intake intake, Known known, Asked asked, Answering<Referral> answering, int attemptsLeft) {
        if (attemptsLeft == 0) return Uni.createFrom().failure(busy());
        var key = known.matches().isEmpty() ? vault.newKey(UuidV7.at(intake.now())) : known.matches().getFirst().key();
        var command = intake.command(key.person(), known.openReferral());
        var rows = commands.<Referral>companions(asked, intake.companions(key, known, command), answering);
        return handler.create(handler.family().stream(intake.referral()), command, intake.context(), rows)
                .onFailure(Receiving::wasErasedMeanwhile)
                .recoverWithItem(() -> new Outcome.ClaimTaken<>(VaultTables.IDENTIFIER))
                .chain(outcome -> outcome instanceof Outcome.ClaimTaken<Referral>(var table) && table == VaultTables.IDENTIFIER
                        ? known(intake).chain(found -> store(intake, found, asked, answering, attemptsLeft - 1))
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

    private Uni<Optional<UUID>> openUnder(byte[] reference) {
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
