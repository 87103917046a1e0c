package org.kith.referral.publishing;

import java.util.Optional;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.events.ReferralEvent;
import org.kith.referral.domain.Particulars;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralFact;

/** Streams {@code referral-<id>}. */
public final class ReferralFamily implements StreamFamily<Referral, ReferralFact> {
    private static final EventCodec<ReferralFact> CODEC = EventCodec.of(ReferralFact.class)
            .event("referral.received", ReferralFact.Received.class)
            .event("consent.given", ReferralFact.ConsentGiven.class)
            .event("referral.accepted", ReferralFact.Accepted.class)
            .event("referral.declined", ReferralFact.Declined.class)
            .event("referral.allocated", ReferralFact.Allocated.class)
            .event("contact.held", ReferralFact.ContactHeld.class)
            .event("person.signposted", ReferralFact.Signposted.class)
            .event("referral.closed", ReferralFact.Closed.class)
            .build();

    @Override
    public String name() {
        return "referral";
    }

    @Override
    public String source() {
        return "/kith/referral";
    }

    @Override
    public EventCodec<ReferralFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Referral stateAfter, ReferralFact fact) {
        var about = ((Referral.Known) stateAfter).particulars();
        return Optional.of(Publication.of(told(subject, about, fact), about.programme(), about.area(), null));
    }

    private static ReferralEvent told(String referral, Particulars about, ReferralFact fact) {
        var person = about.person().toString();
        return switch (fact) {
            case ReferralFact.Received e -> new ReferralEvent.ReferralReceived(
                    referral, person, e.source(), about.practice(), e.reasons(), e.characteristics().ageBand(),
                    e.characteristics().gender(), e.characteristics().ethnicity(), e.door());
            case ReferralFact.ConsentGiven e -> new ReferralEvent.ConsentGiven(referral, person, e.how());
            case ReferralFact.Accepted _ -> new ReferralEvent.ReferralAccepted(referral, person);
            case ReferralFact.Declined e -> new ReferralEvent.ReferralDeclined(referral, person, e.reason());
            case ReferralFact.Allocated e -> new ReferralEvent.ReferralAllocated(
                    referral, person, e.worker(), about.practice() == null ? null : about.area(), e.basis().code(), e.reason());
            case ReferralFact.ContactHeld e -> new ReferralEvent.ContactHeld(referral, person, e.worker(), e.mode(), e.minutes());
            case ReferralFact.Signposted e -> new ReferralEvent.PersonSignposted(referral, person, e.kind(), e.destination());
            case ReferralFact.Closed e -> new ReferralEvent.ReferralClosed(referral, person, e.outcome());
        };
    }
}
