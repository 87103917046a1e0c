package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.ArrayList;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.domain.ReferralCommand.Receive;

/**
 * Received → accepted or declined → perhaps on the waiting list → allocated, perhaps handed over → in support → disengaged or
 * closed; reopened, or entered in error.
 */
public final class ReferralDecider implements Decider<ReferralCommand, Referral, ReferralFact> {

    @Override
    public Referral initial() {
        return new Referral.NotReceived();
    }

    @Override
    public Decision<ReferralFact> decide(ReferralCommand command, Referral state) {
        return switch (state) {
            case Referral.NotReceived _ -> command instanceof Receive receive ? received(receive) : reject(ReferralRejection.NOT_RECEIVED);
            case Referral.Known known -> command instanceof Receive ? reject(ReferralRejection.ALREADY_RECEIVED) : onward(command, known);
        };
    }

    private static Decision<ReferralFact> onward(ReferralCommand command, Referral.Known state) {
        return switch (state) {
            case Referral.AwaitingReply s -> Replying.decide(command, s);
            case Referral.Accepted s -> Allocating.unallocated(command, s);
            case Referral.Waiting s -> WaitingList.endedBy(Allocating.waiting(command, s), s);
            case Referral.Allocated s -> Allocating.allocated(command, s);
            case Referral.Declined s -> Ending.ended(command, s, ReferralRejection.DECLINED);
            case Referral.Disengaged s -> Ending.ended(command, s, ReferralRejection.DISENGAGED);
            case Referral.Closed s -> Ending.ended(command, s, ReferralRejection.CLOSED);
            case Referral.EnteredInError _ -> reject(ReferralRejection.ENTERED_IN_ERROR);
        };
    }

    private static Decision<ReferralFact> received(Receive c) {
        if (c.consent() == null && !c.safeguarding()) return reject(ReferralRejection.NO_CONSENT);
        var facts = new ArrayList<ReferralFact>();
        facts.add(new ReferralFact.Received(
                c.particulars(), c.organisation(), c.source(), c.reasons(), c.characteristics(), c.door(), c.safeguarding(), c.at()));
        if (c.consent() != null) facts.add(ConsentFact.Given.withReferral(c.consent().how(), c.consent().at()));
        if (c.duplicateOf() != null) facts.add(new CorrectingFact.DuplicateSuspected(c.duplicateOf(), c.at()));
        return accept(facts);
    }

    @Override
    public Referral evolve(Referral state, ReferralFact fact) {
        return Evolution.after(fact, state);
    }
}
