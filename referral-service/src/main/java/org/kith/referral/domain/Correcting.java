package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.ArrayList;
import java.util.List;
import org.kith.decider.Decision;

/** Decides on what was recorded twice, wrongly, or ended too soon. */
final class Correcting {
    private static final String DUPLICATE = "duplicate";
    /** They travel in one header of the event, which has to stay small. */
    private static final int MOST_VOIDED_AT_ONCE = 100;

    private Correcting() {}

    /** While the referral awaits its reply or is open. */
    static Decision<ReferralFact> decide(ReferralCommand.Correct command, Referral.Known state) {
        var suspected = state.course().duplicateOf();
        return switch (command) {
            case ReferralCommand.SuspectDuplicate c when c.of().equals(state.particulars().referral()) -> reject(ReferralRejection.NOT_ITS_OWN_DUPLICATE);
            case ReferralCommand.SuspectDuplicate c -> suspected == null
                    ? accept(new CorrectingFact.DuplicateSuspected(c.of(), c.at()))
                    : reject(ReferralRejection.ALREADY_SUSPECTED);
            case ReferralCommand.ConfirmDuplicate c -> suspected == null
                    ? reject(ReferralRejection.NOT_SUSPECTED)
                    : accept(new CorrectingFact.DuplicateConfirmed(suspected, c.at()), end(c, state));
            case ReferralCommand.DismissDuplicate c -> suspected == null
                    ? reject(ReferralRejection.NOT_SUSPECTED)
                    : accept(new CorrectingFact.DuplicateDismissed(suspected, c.at()));
            case ReferralCommand.Reopen _ -> reject(ReferralRejection.NOT_ENDED);
            case ReferralCommand.EnterInError c -> enteredInError(c);
        };
    }

    /** Once it is declined, closed, taken back or the person has disengaged. */
    static Decision<ReferralFact> ended(ReferralCommand.Correct command, ReferralRejection why) {
        return switch (command) {
            case ReferralCommand.Reopen c -> accept(new CorrectingFact.Reopened(c.reason(), c.at()));
            case ReferralCommand.EnterInError c -> enteredInError(c);
            case ReferralCommand.SuspectDuplicate _,ReferralCommand.ConfirmDuplicate _,ReferralCommand.DismissDuplicate _ -> reject(why);
        };
    }

    private static ReferralFact end(ReferralCommand.ConfirmDuplicate c, Referral.Known state) {
        return state instanceof Referral.AwaitingReply ? new ReferralFact.Declined(DUPLICATE, c.at()) : new ReferralFact.Closed(DUPLICATE, c.at());
    }

    private static Decision<ReferralFact> enteredInError(ReferralCommand.EnterInError c) {
        var facts = new ArrayList<ReferralFact>();
        for (int from = 0; from < c.events().size(); from += MOST_VOIDED_AT_ONCE) {
            var some = c.events().subList(from, Math.min(c.events().size(), from + MOST_VOIDED_AT_ONCE));
            facts.add(new CorrectingFact.EnteredInError(c.reason(), List.copyOf(some), c.at()));
        }
        return accept(facts);
    }

    static Referral after(CorrectingFact fact, Referral.Known before) {
        var about = before.particulars();
        var course = before.course();
        return switch (fact) {
            case CorrectingFact.DuplicateSuspected e -> before.with(course.suspected(e.of()));
            case CorrectingFact.DuplicateConfirmed _,CorrectingFact.DuplicateDismissed _ -> before.with(course.suspected(null));
            case CorrectingFact.Reopened e -> before instanceof Referral.Declined || before instanceof Referral.Cancelled
                    ? new Referral.AwaitingReply(about, course, e.occurredAt(), false)
                    : new Referral.Accepted(about, course);
            case CorrectingFact.EnteredInError _ -> new Referral.EnteredInError(about, course);
        };
    }
}
