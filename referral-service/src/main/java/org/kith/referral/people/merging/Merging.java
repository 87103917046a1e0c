package org.kith.referral.people.merging;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.Companions;
import org.kith.eventstore.Outcome;
import org.kith.referral.people.KnownPeople;
import org.kith.referral.people.SamePerson;
import org.kith.referral.people.Standing;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonCommand;
import org.kith.referral.people.domain.PersonFact;
import org.kith.referral.people.domain.PersonRejection;
import org.kith.web.command.Answer;
import org.kith.web.command.Answering;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Merges references of people and takes that back. What is about both of them is looked at before, and guarded in the commit. */
@Singleton
final class Merging {
    /** Raised by the guard of the table, see there. */
    private static final String GUARDED = "KT002";
    private static final int ATTEMPTS = 3;
    private static final Answering<Person> DONE = (_, version, _) -> Answer.done(version, null);

    private final CommandHandler<PersonCommand, Person, PersonFact> handler;
    private final Commands commands;
    private final KnownPeople people;
    private final SamePerson same;

    Merging(CommandHandler<PersonCommand, Person, PersonFact> handler, Commands commands, KnownPeople people, SamePerson same) {
        this.handler = handler;
        this.commands = commands;
        this.people = people;
        this.same = same;
    }

    Uni<Response> merge(Asked asked, UUID person, UUID into, String reason) {
        return people.whollySeenBy(asked.caller(), person)
                .chain(() -> people.whollySeenBy(asked.caller(), into).onFailure(Merging::isNobody)
                        .transform(_ -> Problems.invalid(List.of(new FieldError("into", "unknown", "There is no such person.")))))
                .chain(() -> attempt(asked, new PersonCommand.MergePerson(person, into, reason, asked.now()), ATTEMPTS));
    }

    /** Who loses a race to another merge, or to an erasure, is told of what stands in the way now. */
    private Uni<Response> attempt(Asked asked, PersonCommand.MergePerson command, int attemptsLeft) {
        if (attemptsLeft == 0) return Uni.createFrom().failure(Problems.unavailable("One of the two is being changed by others at this moment. Try again.", Duration.ofSeconds(1)));
        return inTheWay(command).chain(reason -> reason.isPresent()
                ? commands.respond(asked, new Outcome.Rejected<>(reason.get()), DONE)
                : change(asked, command.person(), command).onFailure(Merging::isGuarded).recoverWithUni(() -> attempt(asked, command, attemptsLeft - 1)));
    }

    Uni<Response> unmerge(Asked asked, UUID person, String reason) {
        return people.whollySeenBy(asked.caller(), person).chain(() -> change(asked, person, new PersonCommand.UnmergePerson(person, reason, asked.now())));
    }

    private Uni<Optional<PersonRejection>> inTheWay(PersonCommand.MergePerson command) {
        return handler.load(handler.family().stream(command.into())).chain(other -> switch (other.state()) {
            case Person.Forgotten _ -> found(PersonRejection.INTO_ERASED);
            case Person.Remembered remembered when remembered.mergedInto() != null -> found(PersonRejection.INTO_MERGED);
            case Person.Remembered _ -> same.references(command.person()).map(references -> {
                boolean othersAreMerged = references.size() > 1 && references.getFirst().equals(command.person());
                return othersAreMerged ? Optional.of(PersonRejection.OTHERS_MERGED) : Optional.<PersonRejection>empty();
            });
        });
    }

    private static Uni<Optional<PersonRejection>> found(PersonRejection reason) {
        return Uni.createFrom().item(Optional.of(reason));
    }

    private Uni<Response> change(Asked asked, UUID person, PersonCommand command) {
        return commands.handle(handler, handler.family().stream(person), command, asked, rows(person), DONE);
    }

    private static Companions<Person> rows(UUID person) {
        return (state, version, events) -> {
            if (events.isEmpty()) return List.of();
            return Stream.concat(Standing.show(person, state, version, events.size()).stream(), Stream.of(row(person, state))).toList();
        };
    }

    private static CompanionRow row(UUID person, Person state) {
        if (state instanceof Person.Remembered remembered && remembered.mergedInto() != null) return SamePerson.MERGED.row(person, remembered.mergedInto());
        return SamePerson.UNMERGED.row(person);
    }

    private static boolean isGuarded(Throwable failure) {
        return failure instanceof PgException refused && GUARDED.equals(refused.getSqlState());
    }

    private static boolean isNobody(Throwable failure) {
        return failure instanceof ProblemException problem && problem.problem().status() == 404;
    }
}
