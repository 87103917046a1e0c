package org.kith.referral.publishing;

import java.util.Optional;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.events.ReferralEvent.PersonErased;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonFact;

/** Streams {@code person-<ref>}: there only for who was erased, or was to be kept. That somebody is to be kept is told to nobody. */
public final class PersonFamily implements StreamFamily<Person, PersonFact> {
    private static final EventCodec<PersonFact> CODEC = EventCodec.of(PersonFact.class)
            .event("person.erased", PersonFact.Erased.class)
            .event("legal-hold.placed", PersonFact.HoldPlaced.class)
            .event("legal-hold.lifted", PersonFact.HoldLifted.class)
            .build();

    @Override
    public String name() {
        return "person";
    }

    @Override
    public String source() {
        return "/kith/referral";
    }

    @Override
    public EventCodec<PersonFact> codec() {
        return CODEC;
    }

    /** Of no programme: whoever keeps anything under the reference destroys it. */
    @Override
    public Optional<Publication> publish(String subject, Person stateAfter, PersonFact fact) {
        return switch (fact) {
            case PersonFact.Erased _ -> Optional.of(Publication.of(new PersonErased(subject)));
            case PersonFact.HoldPlaced _,PersonFact.HoldLifted _ -> Optional.empty();
        };
    }
}
