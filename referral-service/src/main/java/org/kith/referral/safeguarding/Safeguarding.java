package org.kith.referral.safeguarding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.eventstore.UuidV7;
import org.kith.referral.reading.Referrals;
import org.kith.referral.safeguarding.domain.Concern;
import org.kith.referral.safeguarding.domain.ConcernCommand;
import org.kith.referral.safeguarding.domain.ConcernFact;
import org.kith.referral.storage.SealedNote;
import org.kith.vault.Access;
import org.kith.vault.PersonKey;
import org.kith.vault.VaultStore;
import org.kith.web.caller.Caller;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.problem.Problems;

/** Takes steps with concerns, and shows them to who may see them. */
@Singleton
final class Safeguarding {
    private static final String ADDRESS = "/api/safeguarding-concerns/";

    private final CommandHandler<ConcernCommand, Concern, ConcernFact> handler;
    private final Commands commands;
    private final Concerns concerns;
    private final Referrals referrals;
    private final VaultStore vault;

    Safeguarding(
            CommandHandler<ConcernCommand, Concern, ConcernFact> handler, Commands commands, Concerns concerns, Referrals referrals, VaultStore vault) {
        this.handler = handler;
        this.commands = commands;
        this.concerns = concerns;
        this.referrals = referrals;
        this.vault = vault;
    }

    /** About the person of a referral that the caller may see. */
    Uni<Response> raise(Asked asked, UUID referral, String kind, @Nullable String note) {
        var id = UuidV7.at(asked.now());
        return referrals.seenBy(asked.caller(), referral).chain(view -> key(view.person, note).chain(key -> {
            var about = new Concern.About(id, referral, view.person, view.programme, view.area);
            Companions<Concern> rows = (state, version, events) -> {
                var all = new ArrayList<>(Concerns.show(state, version, events.size()));
                if (note != null) key.ifPresent(open -> all.add(Concerns.NOTE.row(id, SealedNote.seal(open, id, note))));
                return all;
            };
            return commands.create(
                    handler, handler.family().stream(id), new ConcernCommand.Raise(about, kind, asked.caller().subject(), asked.now()), asked, rows,
                    Answers.created(ADDRESS + id, id.toString()));
        }));
    }

    /** A concern about somebody who was erased is raised all the same, without what was written of them. */
    private Uni<Optional<PersonKey>> key(UUID person, @Nullable String note) {
        return note == null ? Uni.createFrom().item(Optional.empty()) : vault.key(person);
    }

    Uni<Response> acknowledge(Asked asked, UUID concern) {
        return step(asked, concern, new ConcernCommand.Acknowledge(asked.caller().subject(), asked.now()));
    }

    Uni<Response> act(Asked asked, UUID concern, String action) {
        return step(asked, concern, new ConcernCommand.Act(action, asked.now()));
    }

    private Uni<Response> step(Asked asked, UUID concern, ConcernCommand command) {
        return seen(asked.caller(), concern).chain(() -> commands.handle(
                handler, handler.family().stream(concern), command, asked,
                (state, version, events) -> Concerns.show(state, version, events.size()), Answers.done(concern.toString())));
    }

    Uni<List<ConcernView>> of(Caller caller) {
        return concerns.in(caller.programmes()).map(rows -> rows.stream().map(row -> ConcernView.of(row, null)).toList());
    }

    Uni<ConcernView> read(Asked asked, UUID concern) {
        var caller = asked.caller();
        return seen(caller, concern).chain(row -> vault
                .keyFor(new Access(row.person(), "safeguarding-concern/" + concern, caller.subject(), caller.organisation(), asked.correlationId()))
                .map(key -> ConcernView.of(row, key.isEmpty() || row.sealed() == null ? null : SealedNote.open(key.get(), concern, row.sealed()))));
    }

    private Uni<ConcernRow> seen(Caller caller, UUID concern) {
        return concerns.find(concern).map(found -> found.filter(row -> caller.mayUse(row.programme())).orElseThrow(Problems::notFound));
    }
}
