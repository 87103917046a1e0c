package org.kith.referral.publishing;

import java.util.Optional;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.events.ReferralEvent;
import org.kith.referral.safeguarding.domain.Concern;
import org.kith.referral.safeguarding.domain.ConcernFact;

/** Streams {@code safeguarding-concern-<id>}. The world is told that there is a concern, and never about whom or by whom. */
public final class ConcernFamily implements StreamFamily<Concern, ConcernFact> {
    private static final EventCodec<ConcernFact> CODEC = EventCodec.of(ConcernFact.class)
            .event("safeguarding-concern.raised", ConcernFact.Raised.class)
            .event("safeguarding-concern.acknowledged", ConcernFact.Acknowledged.class)
            .event("safeguarding-concern.acted-on", ConcernFact.ActedOn.class)
            .event("safeguarding-concern.overdue", ConcernFact.Overdue.class)
            .build();

    @Override
    public String name() {
        return "safeguarding-concern";
    }

    @Override
    public String source() {
        return "/kith/referral";
    }

    @Override
    public EventCodec<ConcernFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Concern stateAfter, ConcernFact fact) {
        var about = ((Concern.Raised) stateAfter).about();
        var told = switch (fact) {
            case ConcernFact.Raised e -> new ReferralEvent.SafeguardingConcernRaised(subject, e.kind());
            case ConcernFact.Acknowledged e -> new ReferralEvent.SafeguardingConcernAcknowledged(subject, e.inTime());
            case ConcernFact.ActedOn e -> new ReferralEvent.SafeguardingConcernActedOn(subject, e.action());
            case ConcernFact.Overdue _ -> new ReferralEvent.SafeguardingConcernOverdue(subject);
        };
        return Optional.of(Publication.of(told, about.programme(), about.area(), null));
    }
}
