package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.List;
import org.kith.decider.Decision;
import org.kith.referral.domain.ReferralCommand.AllocateByArea;
import org.kith.referral.domain.ReferralCommand.AllocateByChoice;
import org.kith.referral.domain.ReferralCommand.HandOver;

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
            case AllocateByArea c when !hasRoom(c.covering()) -> reject(ReferralRejection.EVERYONE_AT_CAPACITY);
            case AllocateByArea c -> accept(byArea(c, state));
            case AllocateByChoice c -> accept(byChoice(c));
            case HandOver _ -> reject(ReferralRejection.NOT_ALLOCATED);
            case SupportCommand.Working _ -> reject(ReferralRejection.NOT_ALLOCATED);
            case SupportCommand.Linking c -> Supporting.linking(c, state.course());
            case SupportCommand.Following c -> Supporting.following(c, state.course());
            case ReferralCommand.End c -> Ending.end(c, state);
            case ReferralCommand.Consenting c -> Consents.decide(c, state);
            case ReferralCommand.Correct c -> Correcting.decide(c, state);
            case ReferralCommand.Wait _ -> reject(ReferralRejection.NOT_WAITING);
            case ReferralCommand.Reply _,ReferralCommand.Remind _ -> reject(ReferralRejection.NOT_AWAITING_REPLY);
            case ReferralCommand.Arriving _ -> reject(ReferralRejection.ALREADY_RECEIVED);
        };
    }

    static Decision<ReferralFact> allocated(ReferralCommand command, Referral.Allocated state) {
        return switch (command) {
            case AllocateByChoice c when !c.worker().equals(state.worker()) -> accept(byChoice(c));
            case HandOver c -> handedOver(c, state);
            case ReferralCommand.Allocate _,ReferralCommand.Wait _ -> reject(ReferralRejection.ALREADY_ALLOCATED);
            case SupportCommand.Working c -> Supporting.working(c, state);
            case SupportCommand.Linking c -> Supporting.linking(c, state.course());
            case SupportCommand.Following c -> Supporting.following(c, state.course());
            case ReferralCommand.End c -> Ending.end(c, state);
            case ReferralCommand.Consenting c -> Consents.decide(c, state);
            case ReferralCommand.Correct c -> Correcting.decide(c, state);
            case ReferralCommand.Reply _,ReferralCommand.Remind _ -> reject(ReferralRejection.NOT_AWAITING_REPLY);
            case ReferralCommand.Arriving _ -> reject(ReferralRejection.ALREADY_RECEIVED);
        };
    }

    private static ReferralFact byArea(AllocateByArea c, Referral.Open state) {
        var basis = state.particulars().practice() == null ? AllocationBasis.AREA : AllocationBasis.PRACTICE_CLUSTER;
        return new ReferralFact.Allocated(taking(state, c.covering()), basis, null, c.at());
    }

    private static Decision<ReferralFact> handedOver(HandOver c, Referral.Allocated state) {
        if (!c.from().equals(state.worker())) return reject(ReferralRejection.NOT_WITH_THAT_WORKER);
        if (c.to().isEmpty()) return reject(ReferralRejection.NO_WORKER_FOR_AREA);
        if (!hasRoom(c.to())) return reject(ReferralRejection.EVERYONE_AT_CAPACITY);
        return accept(new ReferralFact.Allocated(taking(state, c.to()), AllocationBasis.OVERRIDE, c.reason(), c.at()));
    }

    private static boolean hasRoom(List<WorkerInPost> workers) {
        return workers.stream().anyMatch(WorkerInPost::hasRoom);
    }

    private static String taking(Referral.Known state, List<WorkerInPost> workers) {
        return WorkerInPost.taking(state.particulars().referral(), state.course().reasons(), workers);
    }

    private static ReferralFact byChoice(AllocateByChoice c) {
        return new ReferralFact.Allocated(c.worker(), AllocationBasis.OVERRIDE, c.reason(), c.at());
    }
}
