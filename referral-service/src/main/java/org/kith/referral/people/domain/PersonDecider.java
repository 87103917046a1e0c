package org.kith.referral.people.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.people.domain.Person.Forgotten;
import org.kith.referral.people.domain.Person.Remembered;

/** Erasing somebody twice is erasing them once; so it is with holds, with moving in and out, and with merging into the same person. */
public final class PersonDecider implements Decider<PersonCommand, Person, PersonFact> {
    @Override
    public Person initial() {
        return Remembered.FREELY;
    }

    @Override
    public Decision<PersonFact> decide(PersonCommand command, Person state) {
        return switch (state) {
            case Remembered remembered -> decide(command, remembered);
            case Forgotten _ -> switch (command) {
                case PersonCommand.PlaceHold _,PersonCommand.JoinHousehold _,PersonCommand.MergePerson _,PersonCommand.UnmergePerson _ -> reject(PersonRejection.ERASED);
                case PersonCommand.ErasePerson _,PersonCommand.LiftHold _,PersonCommand.LeaveHousehold _ -> accept(List.of());
            };
        };
    }

    private static Decision<PersonFact> decide(PersonCommand command, Remembered state) {
        return switch (command) {
            case PersonCommand.ErasePerson c -> accept(new PersonFact.Erased(c.person(), c.at()));
            case PersonCommand.PlaceHold c -> state.holds().contains(c.reason()) ? accept(List.of()) : accept(new PersonFact.HoldPlaced(c.person(), c.reason(), c.at()));
            case PersonCommand.LiftHold c -> state.holds().contains(c.reason()) ? accept(new PersonFact.HoldLifted(c.person(), c.reason(), c.at())) : accept(List.of());
            case PersonCommand.JoinHousehold c when c.household().equals(state.household()) -> accept(List.of());
            case PersonCommand.JoinHousehold c -> {
                var facts = new ArrayList<>(left(state, c.person(), c.programmes(), c.at()));
                facts.add(new PersonFact.HouseholdJoined(c.person(), c.household(), c.programmes(), c.at()));
                yield accept(facts);
            }
            case PersonCommand.LeaveHousehold c -> accept(left(state, c.person(), c.programmes(), c.at()));
            case PersonCommand.MergePerson c -> merge(state, c);
            case PersonCommand.UnmergePerson c -> {
                var into = state.mergedInto();
                yield into == null ? reject(PersonRejection.NOT_MERGED) : accept(new PersonFact.Unmerged(c.person(), into, c.reason(), c.at()));
            }
        };
    }

    private static Decision<PersonFact> merge(Remembered state, PersonCommand.MergePerson command) {
        var into = state.mergedInto();
        if (into == null) return accept(new PersonFact.Merged(command.person(), command.into(), command.reason(), command.at()));
        return into.equals(command.into()) ? accept(List.of()) : reject(PersonRejection.MERGED_ALREADY);
    }

    /** Who moves into another household leaves theirs. */
    private static List<PersonFact> left(Remembered state, UUID person, List<String> programmes, Instant at) {
        var household = state.household();
        return household == null ? List.of() : List.of(new PersonFact.HouseholdLeft(person, household, programmes, at));
    }

    @Override
    public Person evolve(Person state, PersonFact fact) {
        return switch (fact) {
            case PersonFact.Erased e -> new Forgotten(e.person());
            case PersonFact.HoldPlaced e -> state instanceof Remembered remembered ? remembered.with(e.reason()) : state;
            case PersonFact.HoldLifted e -> state instanceof Remembered remembered ? remembered.without(e.reason()) : state;
            case PersonFact.HouseholdJoined e -> state instanceof Remembered remembered ? remembered.in(e.household()) : state;
            case PersonFact.HouseholdLeft _ -> state instanceof Remembered remembered ? remembered.in(null) : state;
            case PersonFact.Merged e -> state instanceof Remembered remembered ? remembered.into(e.into()) : state;
            case PersonFact.Unmerged _ -> state instanceof Remembered remembered ? remembered.into(null) : state;
        };
    }
}
