package org.kith.referral.steps;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.StoredEvent;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.reading.Referrals;
import org.kith.referral.storage.ReferralView;
import org.kith.vault.PersonKey;
import org.kith.vault.VaultStore;
import org.kith.web.command.Answer;
import org.kith.web.command.Answering;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.precondition.IfMatch;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Takes one step with a referral. */
@Singleton
public final class Steps {
    private final Referrals referrals;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;
    private final Commands commands;
    private final VaultStore vault;
    private final EventStore store;

    Steps(Referrals referrals, CommandHandler<ReferralCommand, Referral, ReferralFact> handler, Commands commands, VaultStore vault, EventStore store) {
        this.referrals = referrals;
        this.handler = handler;
        this.commands = commands;
        this.vault = vault;
        this.store = store;
    }

    /** As {@link #take(UUID, Asked, Beside, Function)}, with nothing beside it. */
    public Uni<Response> take(UUID referral, Asked asked, Function<ReferralView, ReferralCommand> command) {
        return take(referral, asked, Beside.NOTHING, command);
    }

    /**
     * @param command made of the referral as it stands
     * @return 200 with the referral's phase; fails with a problem: 404 not the caller's to see, 409 not possible now, 412 stale
     */
    Uni<Response> take(UUID referral, Asked asked, Beside beside, Function<ReferralView, ReferralCommand> command) {
        return takeKnowing(referral, asked, beside, view -> Uni.createFrom().item(command.apply(view)));
    }

    /** For a step that something must be asked for, once the referral is known. */
    public Uni<Response> takeKnowing(UUID referral, Asked asked, Function<ReferralView, Uni<ReferralCommand>> command) {
        return takeKnowing(referral, asked, Beside.NOTHING, command);
    }

    /** For a door that answers in its own way. */
    public Uni<Response> take(UUID referral, Asked asked, Answering<Referral> answering, Function<ReferralView, ReferralCommand> command) {
        return takeKnowing(referral, asked, Beside.NOTHING, answering, view -> Uni.createFrom().item(command.apply(view)));
    }

    private Uni<Response> takeKnowing(UUID referral, Asked asked, Beside beside, Function<ReferralView, Uni<ReferralCommand>> asking) {
        return takeKnowing(referral, asked, beside, (state, version, _) -> Answer.done(version, beside.body((Referral.Known) state)), asking);
    }

    private Uni<Response> takeKnowing(
            UUID referral, Asked asked, Beside beside, Answering<Referral> answering, Function<ReferralView, Uni<ReferralCommand>> asking) {
        return referrals.seenBy(asked.caller(), referral)
                .chain(view -> key(view, beside.note()).chain(key -> asking.apply(view).chain(command -> commands.handle(
                        handler, handler.family().stream(referral), command, asked,
                        new StepRows(asked.caller().subject(), asked.now(), beside.note(), key.orElse(null)), answering))));
    }

    /** For a step that names another referral: 422 where there is none that the caller may see. */
    Uni<Response> takeAbout(UUID referral, String field, UUID other, Asked asked, Beside beside, ReferralCommand command) {
        return referrals.seenBy(asked.caller(), other)
                .onFailure(ProblemException.class).transform(_ -> Problems.invalid(List.of(new FieldError(field, "unknown", "There is no such referral."))))
                .chain(() -> take(referral, asked, beside, _ -> command));
    }

    /**
     * For a step that is about every event before it: whoever adds one meanwhile makes it fail as stale.
     *
     * @param command made of the ids of all events
     */
    Uni<Response> takeBack(UUID referral, Asked asked, Beside beside, Function<List<UUID>, ReferralCommand> command) {
        return events(referral, asked).chain(events -> take(referral, asSeen(asked, events), beside, _ -> command.apply(ids(events))));
    }

    /** The same for a door that answers in its own way, and looks at how the referral stands. */
    public Uni<Response> takeBack(UUID referral, Asked asked, Answering<Referral> answering, BiFunction<ReferralView, List<UUID>, ReferralCommand> command) {
        return events(referral, asked).chain(events -> take(referral, asSeen(asked, events), answering, view -> command.apply(view, ids(events))));
    }

    private Uni<List<StoredEvent>> events(UUID referral, Asked asked) {
        return referrals.seenBy(asked.caller(), referral).chain(() -> store.read(handler.family().stream(referral)));
    }

    private static Asked asSeen(Asked asked, List<StoredEvent> events) {
        long version = events.getLast().version();
        var exactly = asked.ifMatch().allows(version) ? new IfMatch.OneOf(Set.of(version)) : asked.ifMatch();
        return new Asked(asked.caller(), asked.key(), exactly, asked.correlationId(), asked.now());
    }

    private static List<UUID> ids(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::id).toList();
    }

    /** Only who writes something about a person needs their key; nothing is shown, so nothing is audited. */
    private Uni<Optional<PersonKey>> key(ReferralView view, @Nullable String note) {
        if (note == null) return Uni.createFrom().item(Optional.empty());
        return vault.key(view.person).invoke(key -> {
            if (key.isEmpty()) throw Problems.conflict("person-erased", "The person was erased, so nothing more can be written about them: leave the note out.");
        });
    }
}
