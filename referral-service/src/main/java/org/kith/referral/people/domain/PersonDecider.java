package org.kith.referral.people.domain;

import java.util.List;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.people.domain.Person.Forgotten;
import org.kith.referral.people.domain.Person.Remembered;

/** Erasing somebody twice is erasing them once. */
public final class PersonDecider implements Decider<ErasePerson, Person, PersonFact> {
    @Override
    public Person initial() {
        return new Remembered();
    }

    @Override
    public Decision<PersonFact> decide(ErasePerson command, Person state) {
        return switch (state) {
            case Remembered _ -> Decision.accept(new PersonFact.Erased(command.person(), command.at()));
            case Forgotten _ -> Decision.accept(List.of());
        };
    }

    @Override
    public Person evolve(Person state, PersonFact fact) {
        return switch (fact) {
            case PersonFact.Erased e -> new Forgotten(e.person());
        };
    }
}
