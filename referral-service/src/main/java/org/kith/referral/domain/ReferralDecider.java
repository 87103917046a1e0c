package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.domain.ReferralCommand.Arriving;
import org.kith.referral.domain.ReferralCommand.BringOver;
import org.kith.referral.domain.ReferralCommand.Receive;

/**
 * Received → accepted or declined → perhaps on the waiting list → allocated, perhaps handed over → in support → disengaged or
 * closed; until then taken back by who referred; reopened, or entered in error.
 */
public final class ReferralDecider implements Decider<ReferralCommand, Referral, ReferralFact> {

    @Override
    public Referral initial() {
        return new Referral.NotReceived();
    }

    @Override
    public Decision<ReferralFact> decide(ReferralCommand command, Referral state) {
        return switch (state) {
            case Referral.NotReceived _ -> command instanceof Arriving arriving ? arrived(arriving) : reject(ReferralRejection.NOT_RECEIVED);
            case Referral.Known known -> command instanceof Arriving ? reject(ReferralRejection.ALREADY_RECEIVED) : onward(command, known);
        };
    }

    private static Decision<ReferralFact> onward(ReferralCommand command, Referral.Known state) {
        // a refusal would tell them how it stands
        if (command instanceof ReferralCommand.Cancel && !state.course().consents().allow(Consents.TELL_REFERRER, null)) return reject(ReferralRejection.REFERRER_NOT_TOLD);
        if (TooEarly.is(command, state)) return reject(TooEarly.of(state));
        return switch (state) {
            case Referral.AwaitingReply s -> Replying.decide(command, s);
            case Referral.Accepted s -> Allocating.unallocated(command, s);
            case Referral.Waiting s -> WaitingList.endedBy(Allocating.waiting(command, s), s);
            case Referral.Allocated s -> Allocating.allocated(command, s);
            case Referral.Declined s -> Ending.ended(command, s, ReferralRejection.DECLINED);
            case Referral.Disengaged s -> Ending.ended(command, s, ReferralRejection.DISENGAGED);
            case Referral.Closed s -> Ending.ended(command, s, ReferralRejection.CLOSED);
            case Referral.Cancelled s -> Ending.ended(command, s, ReferralRejection.CANCELLED);
            case Referral.EnteredInError _ -> reject(ReferralRejection.ENTERED_IN_ERROR);
        };
    }

    private Decision<ReferralFact> arrived(Arriving command) {
        return switch (command) {
            case Receive c -> received(c);
            case BringOver c -> broughtOver(c);
        };
    }

    /** The facts that each step would have led to; none, if one of them would have been refused. */
    private Decision<ReferralFact> broughtOver(BringOver c) {
        var facts = new ArrayList<ReferralFact>();
        Referral state = initial();
        for (var command : Stream.concat(Stream.of(c.receive()), c.since().stream()).toList()) {
            switch (decide(command, state)) {
                case Decision.Rejected<ReferralFact> rejected -> {
                    return rejected;
                }
                case Decision.Accepted<ReferralFact>(var more) -> {
                    facts.addAll(more);
                    state = fold(state, more);
                }
            }
        }
        return accept(facts);
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
