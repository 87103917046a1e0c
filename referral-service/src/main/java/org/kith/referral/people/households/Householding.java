package org.kith.referral.people.households;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.eventstore.CommandContext;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.UuidV7;
import org.kith.referral.people.KnownPeople;
import org.kith.referral.people.Standing;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonCommand;
import org.kith.referral.people.domain.PersonFact;
import org.kith.web.caller.Caller;
import org.kith.web.command.Answer;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Puts people into households and takes them out. */
@Singleton
final class Householding {
    private final CommandHandler<PersonCommand, Person, PersonFact> handler;
    private final Commands commands;
    private final Households households;
    private final KnownPeople people;

    Householding(CommandHandler<PersonCommand, Person, PersonFact> handler, Commands commands, Households households, KnownPeople people) {
        this.handler = handler;
        this.commands = commands;
        this.households = households;
        this.people = people;
    }

    Uni<HouseholdResource.Household> of(Caller caller, UUID person) {
        return people.seenBy(caller, person).chain(() -> households.of(person)).chain(household -> household
                .map(known -> households.members(known).map(members -> new HouseholdResource.Household(known, members)))
                .orElseGet(() -> Uni.createFrom().item(new HouseholdResource.Household(null, List.of()))));
    }

    /** The other is first, so that whoever fails between the two leaves a household of one, which the same request again completes. */
    Uni<Response> join(Asked asked, UUID person, UUID with) {
        return people.seenBy(asked.caller(), person).chain(programmes -> people.seenBy(asked.caller(), with)
                .onFailure(ProblemException.class).transform(_ -> Problems.invalid(List.of(new FieldError("with", "unknown", "There is no such person."))))
                .chain(withProgrammes -> households.of(with).chain(known -> known
                        .map(household -> Uni.createFrom().item(household))
                        .orElseGet(() -> found(asked, with, withProgrammes))))
                .chain(household -> change(asked, person, new PersonCommand.JoinHousehold(person, household, sorted(programmes), asked.now()))));
    }

    private Uni<UUID> found(Asked asked, UUID person, Set<String> programmes) {
        var household = UuidV7.at(asked.now());
        var command = new PersonCommand.JoinHousehold(person, household, sorted(programmes), asked.now());
        return handler.handle(handler.family().stream(person), command, CommandContext.of(asked.caller().subject(), asked.correlationId(), asked.now()), rows(person))
                .map(outcome -> {
                    if (outcome instanceof Outcome.Rejected<Person>(var why)) throw Problems.conflict(why.code(), why.detail());
                    return household;
                });
    }

    Uni<Response> leave(Asked asked, UUID person) {
        return people.seenBy(asked.caller(), person)
                .chain(programmes -> change(asked, person, new PersonCommand.LeaveHousehold(person, sorted(programmes), asked.now())));
    }

    private Uni<Response> change(Asked asked, UUID person, PersonCommand command) {
        return commands.handle(handler, handler.family().stream(person), command, asked, rows(person), (_, version, _) -> Answer.done(version, null));
    }

    private static Companions<Person> rows(UUID person) {
        return (state, version, events) -> Standing.show(person, state, version, events.size());
    }

    private static List<String> sorted(Set<String> programmes) {
        return programmes.stream().sorted().toList();
    }
}
