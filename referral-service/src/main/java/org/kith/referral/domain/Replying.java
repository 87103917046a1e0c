package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import org.kith.decider.Decision;

/** Decides while a referral waits for its answer. */
final class Replying {
    private static final String NOBODY_ANSWERED = "nobody-answered";

    private Replying() {}

    static Decision<ReferralFact> decide(ReferralCommand command, Referral.AwaitingReply state) {
        return switch (command) {
            case ReferralCommand.Accept c -> accept(new ReferralFact.Accepted(c.at()));
            case ReferralCommand.Decline c -> accept(new ReferralFact.Declined(c.reason(), c.at()));
            case ReferralCommand.Cancel c -> Ending.end(c, state);
            case ReferralCommand.Chase c -> state.chased() ? reject(ReferralRejection.ALREADY_CHASED) : accept(new ReferralFact.Chased(c.at()));
            case ReferralCommand.GiveUp c -> state.chased()
                    ? accept(new ReferralFact.Declined(NOBODY_ANSWERED, c.at()))
                    : reject(ReferralRejection.NOT_CHASED_YET);
            case ReferralCommand.Consenting c -> Consents.decide(c, state);
            case ReferralCommand.Correct c -> Correcting.decide(c, state);
            case ReferralCommand.Arriving _ -> reject(ReferralRejection.ALREADY_RECEIVED);
            case ReferralCommand.Wait _,ReferralCommand.Allocate _,ReferralCommand.End _,SupportCommand _ -> reject(ReferralRejection.NOT_ACCEPTED);
        };
    }
}
