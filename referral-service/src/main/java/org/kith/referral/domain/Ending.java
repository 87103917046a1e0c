package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import org.kith.decider.Decision;

/** Decides how a referral ends, and what is still possible then. */
final class Ending {
    private static final String BEFORE_CONTACT = "before-contact";
    private static final String AFTER_CONTACT = "after-contact";

    private Ending() {}

    static Decision<ReferralFact> end(ReferralCommand.End command, Referral.Known state) {
        return switch (command) {
            case ReferralCommand.Close c -> accept(new ReferralFact.Closed(c.outcome(), c.at()));
            case ReferralCommand.Cancel c -> accept(new ReferralFact.Cancelled(c.reason(), c.at()));
            case ReferralCommand.Disengage c -> {
                var stage = state.course().contacts().held() == 0 ? BEFORE_CONTACT : AFTER_CONTACT;
                yield accept(new ReferralFact.Disengaged(stage, c.reason(), c.at()));
            }
        };
    }

    static Decision<ReferralFact> ended(ReferralCommand command, Referral.Known state, ReferralRejection why) {
        return switch (command) {
            case SupportCommand.Following c -> Supporting.following(c, state.course());
            case ReferralCommand.Consenting c -> Consents.decide(c, state);
            case ReferralCommand.Correct c -> Correcting.ended(c, why);
            case ReferralCommand.Arriving _ -> reject(ReferralRejection.ALREADY_RECEIVED);
            case ReferralCommand.Reply _,ReferralCommand.Remind _,ReferralCommand.Wait _,ReferralCommand.Allocate _,ReferralCommand.End _,SupportCommand.Working _,SupportCommand.Linking _ ->
                reject(why);
        };
    }
}
