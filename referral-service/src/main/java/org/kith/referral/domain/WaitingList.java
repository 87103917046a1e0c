package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kith.decider.Decision;

/** Decides on the waiting list. */
final class WaitingList {
    private WaitingList() {}

    /** Before a worker has the referral. */
    static Decision<ReferralFact> decide(ReferralCommand.Wait command, Referral.Accepted state) {
        return switch (command) {
            case ReferralCommand.PutOnWaitingList c -> accept(new WaitingFact.WaitingStarted(c.reason(), c.at()));
            case ReferralCommand.PauseWaiting _,ReferralCommand.ResumeWaiting _ -> reject(ReferralRejection.NOT_WAITING);
        };
    }

    static Decision<ReferralFact> decide(ReferralCommand.Wait command, Referral.Waiting state) {
        var clock = state.clock();
        if (command.at().isBefore(clock.changed())) return reject(ReferralRejection.BEFORE_THE_LAST_CHANGE);
        return switch (command) {
            case ReferralCommand.PutOnWaitingList _ -> reject(ReferralRejection.ALREADY_WAITING);
            case ReferralCommand.PauseWaiting c -> clock.runningSince() == null
                    ? reject(ReferralRejection.WAITING_STANDS_STILL)
                    : accept(new WaitingFact.WaitingPaused(c.reason(), c.at()));
            case ReferralCommand.ResumeWaiting c -> clock.runningSince() != null
                    ? reject(ReferralRejection.WAITING_GOES_ON)
                    : accept(new WaitingFact.WaitingResumed(c.at()));
        };
    }

    /** What ends the waiting, with the clock's stop before it. */
    static Decision<ReferralFact> endedBy(Decision<ReferralFact> decision, Referral.Waiting state) {
        return switch (decision) {
            case Decision.Rejected<ReferralFact> rejected -> rejected;
            case Decision.Accepted<ReferralFact>(var facts) -> {
                var all = new ArrayList<ReferralFact>();
                for (var fact : facts) {
                    var because = because(fact);
                    if (!because.isEmpty()) all.add(ended(state, because, fact.occurredAt()));
                    all.add(fact);
                }
                yield accept(List.copyOf(all));
            }
        };
    }

    private static ReferralFact ended(Referral.Waiting state, String because, Instant at) {
        return new WaitingFact.WaitingEnded(because, (int) state.clock().waitedBy(at).toDays(), at);
    }

    private static String because(ReferralFact fact) {
        return switch (fact) {
            case ReferralFact.Allocated _ -> "allocated";
            case ReferralFact.Disengaged _ -> "disengaged";
            case ReferralFact.Closed _ -> "closed";
            case ReferralFact.Cancelled _ -> "cancelled";
            case ReferralFact.Received _,ConsentFact _,ReferralFact.Accepted _,ReferralFact.Chased _,ReferralFact.Declined _,WaitingFact _,CorrectingFact _,SupportFact _ ->
                "";
        };
    }

    static Referral after(WaitingFact fact, Referral.Known before) {
        return switch (fact) {
            case WaitingFact.WaitingStarted e ->
                new Referral.Waiting(before.particulars(), before.course(), WaitingClock.startedAt(e.occurredAt()));
            case WaitingFact.WaitingPaused e -> with(before, clock(before).pausedAt(e.occurredAt()));
            case WaitingFact.WaitingResumed e -> with(before, clock(before).resumedAt(e.occurredAt()));
            case WaitingFact.WaitingEnded _ -> new Referral.Accepted(before.particulars(), before.course());
        };
    }

    private static Referral with(Referral.Known before, WaitingClock clock) {
        return new Referral.Waiting(before.particulars(), before.course(), clock);
    }

    private static WaitingClock clock(Referral.Known before) {
        if (before instanceof Referral.Waiting waiting) return waiting.clock();
        throw new IllegalStateException("nobody waits");
    }
}
