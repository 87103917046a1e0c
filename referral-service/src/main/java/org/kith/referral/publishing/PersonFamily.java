package org.kith.referral.publishing;

import java.util.List;
import java.util.Optional;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.events.PublicEvent;
import org.kith.events.ReferralEvent.HouseholdJoined;
import org.kith.events.ReferralEvent.HouseholdLeft;
import org.kith.events.ReferralEvent.PersonErased;
import org.kith.events.ReferralEvent.PersonMerged;
import org.kith.events.ReferralEvent.PersonUnmerged;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonFact;

/** Streams {@code person-<ref>}: there only for who was erased, merged, is to be kept, or lives with another. That somebody is to be kept is told to nobody. */
public final class PersonFamily implements StreamFamily<Person, PersonFact> {
    private static final EventCodec<PersonFact> CODEC = EventCodec.of(PersonFact.class)
            .event("person.erased", PersonFact.Erased.class)
            .event("legal-hold.placed", PersonFact.HoldPlaced.class)
            .event("legal-hold.lifted", PersonFact.HoldLifted.class)
            .event("household.joined", PersonFact.HouseholdJoined.class)
            .event("household.left", PersonFact.HouseholdLeft.class)
            .event("person.merged", PersonFact.Merged.class)
            .event("person.unmerged", PersonFact.Unmerged.class)
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

    /** An erasure is of no programme: whoever keeps anything under the reference destroys it. So is a merge: it holds wherever the reference is counted. */
    @Override
    public Optional<Publication> publish(String subject, Person stateAfter, PersonFact fact) {
        return switch (fact) {
            case PersonFact.Erased _ -> Optional.of(Publication.of(new PersonErased(subject)));
            case PersonFact.HouseholdJoined e -> told(new HouseholdJoined(e.household().toString(), subject), e.programmes());
            case PersonFact.HouseholdLeft e -> told(new HouseholdLeft(e.household().toString(), subject), e.programmes());
            case PersonFact.Merged e -> Optional.of(Publication.of(new PersonMerged(subject, e.into().toString())));
            case PersonFact.Unmerged e -> Optional.of(Publication.of(new PersonUnmerged(subject, e.from().toString())));
            case PersonFact.HoldPlaced _,PersonFact.HoldLifted _ -> Optional.empty();
        };
    }

    private static Optional<Publication> told(PublicEvent event, List<String> programmes) {
        return Optional.of(new Publication(event, programmes, null, null, List.of()));
    }
}
