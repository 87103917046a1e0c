package org.kith.referral.publishing;

import java.util.Objects;
import org.kith.events.ReferralEvent;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.SupportFact;

/** How support is told: the codes and references that the facts have, and nothing of how a person agreed to it. */
final class SupportTold {
    private SupportTold() {}

    static ReferralEvent of(String referral, Referral.Known state, SupportFact fact) {
        var person = state.particulars().person().toString();
        return switch (fact) {
            case SupportFact.ContactHeld e ->
                new ReferralEvent.ContactHeld(referral, person, e.worker(), e.mode(), e.minutes(), e.conversation(), e.cohort());
            case SupportFact.ContactAttempted e -> new ReferralEvent.ContactAttempted(referral, person, e.worker(), e.mode());
            case SupportFact.ContactNotAttended e -> new ReferralEvent.ContactNotAttended(referral, person, e.worker(), e.mode());
            case SupportFact.ContactCancelled e ->
                new ReferralEvent.ContactCancelled(referral, person, e.worker(), e.mode(), e.cancelledBy());
            case SupportFact.Assessed e -> new ReferralEvent.PersonAssessed(
                    referral, person, e.worker(), e.mode(), e.needs(), e.family(), e.disability(), e.employment());
            case SupportFact.ItemCollected e -> new ReferralEvent.DataItemCollected(referral, person, e.item(), e.collectedFrom());
            case SupportFact.GoalAgreed e -> new ReferralEvent.GoalAgreed(referral, person, e.goal().toString(), e.kind());
            case SupportFact.GoalReviewed e -> new ReferralEvent.GoalReviewed(referral, person, e.goal().toString(), e.result());
            case SupportFact.SupportGiven e -> new ReferralEvent.SupportGiven(referral, person, e.kind(), e.strand(), e.theme(), e.carer());
            case SupportFact.Signposted e -> new ReferralEvent.PersonSignposted(referral, person, e.kind(), e.destination());
            case SupportFact.TakenUp e -> new ReferralEvent.SignpostingTakenUp(
                    referral, person, e.kind(), e.destination(), e.stage().code(), state.course().source());
            case SupportFact.NotTakenUp e -> new ReferralEvent.SignpostingNotTakenUp(referral, person, e.kind(), e.destination(), state.course().source());
            case SupportFact.OnwardReferred e -> new ReferralEvent.OnwardReferralMade(
                    referral, person, e.onward().toString(), e.kind(), e.destination(), e.formal(), e.from());
            case SupportFact.OnwardAnswered e -> new ReferralEvent.OnwardReferralAnswered(
                    referral, person, e.onward().toString(), Objects.requireNonNull(state.course().onward().get(e.onward()), "answered without having been made"),
                    e.reply());
            case SupportFact.Represented e -> new ReferralEvent.PersonRepresented(referral, person, e.worker(), e.thirdParty());
            case SupportFact.Accompanied e -> new ReferralEvent.PersonAccompanied(referral, person, e.worker(), e.destination());
            case SupportFact.ServiceUseReported e -> new ReferralEvent.ServiceUseReported(referral, person, e.uses());
            case SupportFact.NeedUnmet e -> new ReferralEvent.NeedUnmet(referral, person, e.need());
        };
    }
}
