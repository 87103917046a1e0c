package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.ArrayList;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.domain.Referral.Accepted;
import org.kith.referral.domain.Referral.Allocated;
import org.kith.referral.domain.Referral.AwaitingReply;
import org.kith.referral.domain.Referral.Closed;
import org.kith.referral.domain.Referral.Declined;
import org.kith.referral.domain.Referral.Known;
import org.kith.referral.domain.Referral.NotReceived;
import org.kith.referral.domain.ReferralCommand.Accept;
import org.kith.referral.domain.ReferralCommand.AllocateByArea;
import org.kith.referral.domain.ReferralCommand.AllocateByChoice;
import org.kith.referral.domain.ReferralCommand.Close;
import org.kith.referral.domain.ReferralCommand.Decline;
import org.kith.referral.domain.ReferralCommand.HoldContact;
import org.kith.referral.domain.ReferralCommand.Receive;
import org.kith.referral.domain.ReferralCommand.Signpost;

/** Received → accepted or declined → allocated, perhaps handed over → contacts, signposting → closed. */
public final class ReferralDecider implements Decider<ReferralCommand, Referral, ReferralFact> {

    @Override
    public Referral initial() {
        return new NotReceived();
    }

    @Override
    public Decision<ReferralFact> decide(ReferralCommand command, Referral state) {
        return switch (state) {
            case NotReceived _ -> command instanceof Receive receive ? received(receive) : reject(ReferralRejection.NOT_RECEIVED);
            case AwaitingReply _ -> awaitingReply(command);
            case Accepted accepted -> accepted(command, accepted);
            case Allocated allocated -> allocated(command, allocated);
            case Declined _ -> ended(command, ReferralRejection.DECLINED);
            case Closed _ -> ended(command, ReferralRejection.CLOSED);
        };
    }

    private static Decision<ReferralFact> received(Receive c) {
        if (c.consent() == null && !c.safeguarding()) return reject(ReferralRejection.NO_CONSENT);
        var facts = new ArrayList<ReferralFact>();
        facts.add(new ReferralFact.Received(
                c.particulars(), c.organisation(), c.source(), c.reasons(), c.characteristics(), c.door(), c.safeguarding(), c.at()));
        if (c.consent() != null) facts.add(new ReferralFact.ConsentGiven(c.consent().how(), c.consent().at()));
        return accept(facts);
    }

    private static Decision<ReferralFact> awaitingReply(ReferralCommand command) {
        return switch (command) {
            case Accept c -> accept(new ReferralFact.Accepted(c.at()));
            case Decline c -> accept(new ReferralFact.Declined(c.reason(), c.at()));
            case Receive _ -> reject(ReferralRejection.ALREADY_RECEIVED);
            case AllocateByArea _,AllocateByChoice _,HoldContact _,Signpost _,Close _ -> reject(ReferralRejection.NOT_ACCEPTED);
        };
    }

    private static Decision<ReferralFact> accepted(ReferralCommand command, Accepted state) {
        return switch (command) {
            case AllocateByArea c when c.covering().isEmpty() -> reject(ReferralRejection.NO_WORKER_FOR_AREA);
            case AllocateByArea c -> accept(byArea(c, state.particulars()));
            case AllocateByChoice c -> accept(byChoice(c));
            case Signpost c -> accept(signposted(c));
            case Close c -> accept(new ReferralFact.Closed(c.outcome(), c.at()));
            case HoldContact _ -> reject(ReferralRejection.NOT_ALLOCATED);
            case Receive _ -> reject(ReferralRejection.ALREADY_RECEIVED);
            case Accept _,Decline _ -> reject(ReferralRejection.NOT_AWAITING_REPLY);
        };
    }

    private static Decision<ReferralFact> allocated(ReferralCommand command, Allocated state) {
        return switch (command) {
            case AllocateByChoice c when !c.worker().equals(state.worker()) -> accept(byChoice(c));
            case AllocateByArea _,AllocateByChoice _ -> reject(ReferralRejection.ALREADY_ALLOCATED);
            case HoldContact c -> accept(new ReferralFact.ContactHeld(state.worker(), c.mode(), c.minutes(), c.at()));
            case Signpost c -> accept(signposted(c));
            case Close c -> accept(new ReferralFact.Closed(c.outcome(), c.at()));
            case Receive _ -> reject(ReferralRejection.ALREADY_RECEIVED);
            case Accept _,Decline _ -> reject(ReferralRejection.NOT_AWAITING_REPLY);
        };
    }

    private static Decision<ReferralFact> ended(ReferralCommand command, ReferralRejection why) {
        return reject(command instanceof Receive ? ReferralRejection.ALREADY_RECEIVED : why);
    }

    private static ReferralFact byArea(AllocateByArea c, Particulars particulars) {
        var basis = particulars.practice() == null ? AllocationBasis.AREA : AllocationBasis.PRACTICE_CLUSTER;
        return new ReferralFact.Allocated(WorkerInPost.taking(particulars.referral(), c.covering()), basis, null, c.at());
    }

    private static ReferralFact byChoice(AllocateByChoice c) {
        return new ReferralFact.Allocated(c.worker(), AllocationBasis.OVERRIDE, c.reason(), c.at());
    }

    private static ReferralFact signposted(Signpost c) {
        return new ReferralFact.Signposted(c.kind(), c.destination(), c.at());
    }

    @Override
    public Referral evolve(Referral state, ReferralFact fact) {
        return switch (fact) {
            case ReferralFact.Received e -> new AwaitingReply(e.particulars());
            case ReferralFact.Accepted _ -> new Accepted(particulars(state));
            case ReferralFact.Declined _ -> new Declined(particulars(state));
            case ReferralFact.Allocated e -> new Allocated(
                    particulars(state), e.worker(), e.occurredAt(), contacts(state));
            case ReferralFact.Closed _ -> new Closed(particulars(state), contacts(state));
            case ReferralFact.ContactHeld e when state instanceof Allocated s ->
                new Allocated(s.particulars(), s.worker(), s.since(), s.contacts().and(e.occurredAt()));
            case ReferralFact.ConsentGiven _,ReferralFact.ContactHeld _,ReferralFact.Signposted _ -> state;
        };
    }

    private static Particulars particulars(Referral state) {
        if (state instanceof Known known) return known.particulars();
        throw new IllegalStateException("the stream does not begin with its receipt");
    }

    private static Contacts contacts(Referral state) {
        return state instanceof Allocated before ? before.contacts() : Contacts.NONE;
    }
}
