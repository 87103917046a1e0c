package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import org.kith.decider.Decision;
import org.kith.referral.domain.ReferralCommand.AllocateByArea;
import org.kith.referral.domain.ReferralCommand.AllocateByChoice;

/** Decides while a referral is open: before a worker has it, and after. */
final class Allocating {
    private Allocating() {}

    static Decision<ReferralFact> unallocated(ReferralCommand command, Referral.Accepted state) {
        return command instanceof ReferralCommand.Wait wait ? WaitingList.decide(wait, state) : nobodys(command, state);
    }

    /** The clock's stop is for the caller to add. */
    static Decision<ReferralFact> waiting(ReferralCommand command, Referral.Waiting state) {
        return command instanceof ReferralCommand.Wait wait ? WaitingList.decide(wait, state) : nobodys(command, state);
    }

    private static Decision<ReferralFact> nobodys(ReferralCommand command, Referral.Open state) {
        return switch (command) {
            case AllocateByArea c when c.covering().isEmpty() -> reject(ReferralRejection.NO_WORKER_FOR_AREA);
            case AllocateByArea c -> accept(byArea(c, state.particulars()));
            case AllocateByChoice c -> accept(byChoice(c));
            case SupportCommand.Working _ -> reject(ReferralRejection.NOT_ALLOCATED);
            case SupportCommand.Linking c -> Supporting.linking(c, state.course());
            case SupportCommand.Following c -> Supporting.following(c, state.course());
            case ReferralCommand.End c -> Ending.end(c, state);
            case ReferralCommand.Consenting c -> Consents.decide(c, state);
            case ReferralCommand.Correct c -> Correcting.decide(c, state);
            case ReferralCommand.Wait _ -> reject(ReferralRejection.NOT_WAITING);
            case ReferralCommand.Reply _,ReferralCommand.Remind _ -> reject(ReferralRejection.NOT_AWAITING_REPLY);
            case ReferralCommand.Receive _ -> reject(ReferralRejection.ALREADY_RECEIVED);
        };
    }

    static Decision<ReferralFact> allocated(ReferralCommand command, Referral.Allocated state) {
        return switch (command) {
            case AllocateByChoice c when !c.worker().equals(state.worker()) -> accept(byChoice(c));
            case ReferralCommand.Allocate _,ReferralCommand.Wait _ -> reject(ReferralRejection.ALREADY_ALLOCATED);
            case SupportCommand.Working c -> Supporting.working(c, state);
            case SupportCommand.Linking c -> Supporting.linking(c, state.course());
            case SupportCommand.Following c -> Supporting.following(c, state.course());
            case ReferralCommand.End c -> Ending.end(c, state);
            case ReferralCommand.Consenting c -> Consents.decide(c, state);
            case ReferralCommand.Correct c -> Correcting.decide(c, state);
            case ReferralCommand.Reply _,ReferralCommand.Remind _ -> reject(ReferralRejection.NOT_AWAITING_REPLY);
            case ReferralCommand.Receive _ -> reject(ReferralRejection.ALREADY_RECEIVED);
        };
    }

    private static ReferralFact byArea(AllocateByArea c, Particulars particulars) {
        var basis = particulars.practice() == null ? AllocationBasis.AREA : AllocationBasis.PRACTICE_CLUSTER;
        return new ReferralFact.Allocated(WorkerInPost.taking(particulars.referral(), c.covering()), basis, null, c.at());
    }

    private static ReferralFact byChoice(AllocateByChoice c) {
        return new ReferralFact.Allocated(c.worker(), AllocationBasis.OVERRIDE, c.reason(), c.at());
    }
}
