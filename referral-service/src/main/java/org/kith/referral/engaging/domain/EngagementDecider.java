package org.kith.referral.engaging.domain;

import org.kith.decider.Decider;
import org.kith.decider.Decision;

/** What happened once is recorded once. */
public final class EngagementDecider implements Decider<Engage, Engagement, EngagementFact> {
    @Override
    public Engagement initial() {
        return new Engagement.NotYet();
    }

    @Override
    public Decision<EngagementFact> decide(Engage c, Engagement state) {
        return switch (state) {
            case Engagement.NotYet _ ->
                Decision.accept(new EngagementFact.Engaged(c.engagement(), c.programme(), c.area(), c.practice(), c.kind(), c.at()));
            case Engagement.Happened _ -> Decision.reject(EngagementRejection.ALREADY_RECORDED);
        };
    }

    @Override
    public Engagement evolve(Engagement state, EngagementFact fact) {
        return switch (fact) {
            case EngagementFact.Engaged engaged -> new Engagement.Happened(engaged);
        };
    }
}
