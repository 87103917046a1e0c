package org.kith.referral.people.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.List;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.people.domain.Person.Forgotten;
import org.kith.referral.people.domain.Person.Remembered;

/** Erasing somebody twice is erasing them once; so it is with placing and lifting a hold. */
public final class PersonDecider implements Decider<PersonCommand, Person, PersonFact> {
    @Override
    public Person initial() {
        return Remembered.FREELY;
    }

    @Override
    public Decision<PersonFact> decide(PersonCommand command, Person state) {
        return switch (state) {
            case Remembered remembered -> decide(command, remembered);
            case Forgotten _ -> command instanceof PersonCommand.PlaceHold ? reject(PersonRejection.ERASED) : accept(List.of());
        };
    }

    private static Decision<PersonFact> decide(PersonCommand command, Remembered state) {
        return switch (command) {
            case PersonCommand.ErasePerson c -> accept(new PersonFact.Erased(c.person(), c.at()));
            case PersonCommand.PlaceHold c -> state.holds().contains(c.reason()) ? accept(List.of()) : accept(new PersonFact.HoldPlaced(c.person(), c.reason(), c.at()));
            case PersonCommand.LiftHold c -> state.holds().contains(c.reason()) ? accept(new PersonFact.HoldLifted(c.person(), c.reason(), c.at())) : accept(List.of());
        };
    }

    @Override
    public Person evolve(Person state, PersonFact fact) {
        return switch (fact) {
            case PersonFact.Erased e -> new Forgotten(e.person());
            case PersonFact.HoldPlaced e -> state instanceof Remembered remembered ? remembered.with(e.reason()) : state;
            case PersonFact.HoldLifted e -> state instanceof Remembered remembered ? remembered.without(e.reason()) : state;
        };
    }
}
