package org.kith.referral.publishing;

import java.util.Optional;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.events.ReferralEvent.PrimaryCareEngaged;
import org.kith.referral.engaging.domain.Engagement;
import org.kith.referral.engaging.domain.EngagementFact;

/** Streams {@code primary-care-engagement-<id>}. */
public final class EngagementFamily implements StreamFamily<Engagement, EngagementFact> {
    private static final EventCodec<EngagementFact> CODEC = EventCodec.of(EngagementFact.class).event("primary-care.engaged", EngagementFact.Engaged.class).build();

    @Override
    public String name() {
        return "primary-care-engagement";
    }

    @Override
    public String source() {
        return "/kith/referral";
    }

    @Override
    public EventCodec<EngagementFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Engagement stateAfter, EngagementFact fact) {
        return switch (fact) {
            case EngagementFact.Engaged e -> Optional.of(Publication.of(new PrimaryCareEngaged(subject, e.practice(), e.kind()), e.programme(), e.area(), null));
        };
    }
}
