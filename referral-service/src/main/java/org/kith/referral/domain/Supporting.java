package org.kith.referral.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.kith.decider.Decision;

/** Decides on what is done for the person. */
final class Supporting {
    private Supporting() {}

    static Decision<ReferralFact> working(SupportCommand.Working command, Referral.Allocated state) {
        var worker = state.worker();
        return switch (command) {
            case SupportCommand.HoldContact c -> accept(new SupportFact.ContactHeld(worker, c.mode(), c.minutes(), c.conversation(), c.cohort(), c.at()));
            case SupportCommand.AttemptContact c -> accept(new SupportFact.ContactAttempted(worker, c.mode(), c.at()));
            case SupportCommand.MissContact c -> accept(new SupportFact.ContactNotAttended(worker, c.mode(), c.at()));
            case SupportCommand.CancelContact c -> accept(new SupportFact.ContactCancelled(worker, c.mode(), c.cancelledBy(), c.at()));
            case SupportCommand.Assess c -> assessed(worker, c);
            case SupportCommand.AgreeGoal c -> accept(new SupportFact.GoalAgreed(c.goal(), c.kind(), c.at()));
            case SupportCommand.ReviewGoal c when !state.course().goals().contains(c.goal()) -> reject(ReferralRejection.NO_SUCH_GOAL);
            case SupportCommand.ReviewGoal c -> accept(new SupportFact.GoalReviewed(c.goal(), c.result(), c.at()));
            case SupportCommand.GiveSupport c -> accept(new SupportFact.SupportGiven(c.strand(), c.kind(), c.theme(), c.carer(), c.at()));
            case SupportCommand.Represent c -> accept(new SupportFact.Represented(worker, c.thirdParty(), c.consent().how(), c.consent().at(), c.at()));
            case SupportCommand.Accompany c -> accept(new SupportFact.Accompanied(worker, c.destination(), c.at()));
        };
    }

    static Decision<ReferralFact> linking(SupportCommand.Linking command, Course course) {
        return switch (command) {
            case SupportCommand.Signpost c -> accept(new SupportFact.Signposted(c.kind(), c.destination(), c.at()));
            case SupportCommand.ReferOnward c when !course.consents().allow(Consents.SHARE, c.destination()) -> reject(ReferralRejection.CONSENT_WITHDRAWN);
            case SupportCommand.ReferOnward c -> accept(new SupportFact.OnwardReferred(c.onward(), c.kind(), c.destination(), c.formal(), c.from(), c.at()));
            case SupportCommand.ReportUnmetNeed c -> accept(new SupportFact.NeedUnmet(c.need(), c.at()));
            case SupportCommand.ReportServiceUse c -> accept(new SupportFact.ServiceUseReported(c.uses(), c.at()));
        };
    }

    static Decision<ReferralFact> following(SupportCommand.Following command, Course course) {
        return switch (command) {
            case SupportCommand.FollowUp c -> followed(c, course.takeUp().get(new Course.Signposting(c.kind(), c.destination())));
            case SupportCommand.AnswerOnward c when !course.onward().containsKey(c.onward()) -> reject(ReferralRejection.NO_SUCH_ONWARD_REFERRAL);
            case SupportCommand.AnswerOnward c -> accept(new SupportFact.OnwardAnswered(c.onward(), c.reply(), c.at()));
        };
    }

    private static Decision<ReferralFact> followed(SupportCommand.FollowUp c, @Nullable TakeUp sofar) {
        if (sofar == null) return reject(ReferralRejection.NOT_SIGNPOSTED);
        if (c.stage().compareTo(sofar) <= 0) return reject(ReferralRejection.ALREADY_TAKEN_UP);
        if (c.stage() == TakeUp.DID_NOT_COME) return accept(new SupportFact.NotTakenUp(c.kind(), c.destination(), c.at()));
        if (c.stage() == TakeUp.SUSTAINED && sofar != TakeUp.FIRST_ATTENDED) return reject(ReferralRejection.NOT_ATTENDED_YET);
        return accept(new SupportFact.TakenUp(c.kind(), c.destination(), c.stage(), c.at()));
    }

    private static Decision<ReferralFact> assessed(String worker, SupportCommand.Assess c) {
        var facts = new ArrayList<ReferralFact>();
        facts.add(new SupportFact.Assessed(worker, c.mode(), c.needs(), c.family(), c.disability(), c.employment(), c.at()));
        c.items().forEach(one -> facts.add(new SupportFact.ItemCollected(one.item(), one.collectedFrom(), c.at())));
        return accept(facts);
    }
}
