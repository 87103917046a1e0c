package org.kith.referral.outreach.forms;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.UuidV7;
import org.kith.referral.outreach.domain.Outreach;
import org.kith.referral.outreach.domain.OutreachCommand;
import org.kith.referral.outreach.domain.OutreachCommand.RecordOutreach;
import org.kith.referral.outreach.domain.OutreachFact;
import org.kith.referral.outreach.entries.EntryTables;
import org.kith.vault.Access;
import org.kith.vault.Match;
import org.kith.vault.PersonKey;
import org.kith.vault.Vault;
import org.kith.vault.VaultStore;
import org.kith.vault.VaultTables;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.problem.Problems;

/**
 * Forms of people who gave their names. Somebody whose NHS number is known already is that person; whoever gives none is somebody
 * new. As with a referral, new is tried first, and all of it is one commit.
 */
@Singleton
final class NamedForms {
    private static final int ATTEMPTS = 5;
    private static final String FOREIGN_KEY_VIOLATED = "23503";

    private final CommandHandler<OutreachCommand, Outreach, OutreachFact> handler;
    private final Commands commands;
    private final Vault vault;
    private final VaultStore people;
    private final Pool pool;

    NamedForms(
            CommandHandler<OutreachCommand, Outreach, OutreachFact> handler, Commands commands, Vault vault, VaultStore people, Pool pool) {
        this.handler = handler;
        this.commands = commands;
        this.vault = vault;
        this.people = people;
        this.pool = pool;
    }

    Uni<Response> record(RecordOutreach form, FormPerson person, Asked asked, String address) {
        var number = person.nhsNumber();
        return store(form, person, number == null ? List.of() : List.of(vault.hash("nhs-number", number)), List.of(), asked, address, ATTEMPTS);
    }

    private Uni<Response> store(
            RecordOutreach form, FormPerson person, List<byte[]> hashes, List<Match> known, Asked asked, String address, int attemptsLeft) {
        if (attemptsLeft == 0)
            return Uni.createFrom().failure(Problems.unavailable("The same person is being changed by others at this moment. Try again.", Duration.ofSeconds(1)));
        var key = known.isEmpty() ? vault.newKey(UuidV7.at(asked.now())) : known.getFirst().key();
        var command = new RecordOutreach(form.where(), form.content(), key.person(), form.at());
        var id = form.where().entry();
        var answering = Answers.<Outreach>created(address + id, id.toString());
        var context = CommandContext.of(asked.caller().subject(), asked.correlationId(), asked.now());
        var rows = commands.<Outreach>companions(asked, (state, version, events) -> {
            var all = new ArrayList<>(EntryTables.show(state, version, events.size()));
            all.addAll(rows(form, person, key, hashes, known));
            return all;
        }, answering);
        return handler.create(handler.family().stream(id), command, context, rows)
                .onFailure(NamedForms::wasErasedMeanwhile)
                .recoverWithItem(() -> new Outcome.ClaimTaken<>(VaultTables.IDENTIFIER))
                .chain(outcome -> outcome instanceof Outcome.ClaimTaken<Outreach>(var table) && table == VaultTables.IDENTIFIER
                        ? people.find(hashes).chain(found -> store(form, person, hashes, found, asked, address, attemptsLeft - 1))
                        : commands.respond(asked, outcome, answering));
    }

    private static List<CompanionRow> rows(RecordOutreach form, FormPerson person, PersonKey key, List<byte[]> hashes, List<Match> known) {
        var rows = new ArrayList<CompanionRow>();
        var where = form.where();
        if (known.isEmpty()) {
            hashes.forEach(hash -> rows.add(VaultTables.identifier(hash, key.person())));
            rows.add(VaultTables.key(key));
        }
        rows.add(EntryTables.PERSON.row(
                where.entry(), key.person(), known.isEmpty() ? null : key.person(), where.programme(), person.seal(key, where.entry())));
        return rows;
    }

    /** Who the form is of, the reading being in the audit; empty where they gave no name or were erased. */
    Uni<Optional<FormPerson>> of(UUID form, Asked asked) {
        return pool.preparedQuery("SELECT person, sealed FROM outreach_person WHERE entry = $1").execute(Tuple.of(form)).chain(found -> {
            if (found.size() == 0) return Uni.createFrom().item(Optional.empty());
            var row = found.iterator().next();
            var caller = asked.caller();
            var access = new Access(
                    row.getUUID("person"), "first-contact-form/" + form, caller.subject(), caller.organisation(), asked.correlationId());
            return people.keyFor(access).map(key -> key.map(open -> FormPerson.open(open, form, row.getBuffer("sealed").getBytes())));
        });
    }

    private static boolean wasErasedMeanwhile(Throwable failure) {
        return failure instanceof PgException refused && FOREIGN_KEY_VIOLATED.equals(refused.getSqlState());
    }
}
