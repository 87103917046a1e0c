package org.kith.referral.publishing;

import org.kith.events.ReferralEvent;
import org.kith.referral.domain.ConsentFact;
import org.kith.referral.domain.CorrectingFact;
import org.kith.referral.domain.Particulars;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.domain.SupportFact;
import org.kith.referral.domain.WaitingFact;

/** How a referral's way is told. */
final class ReferralTold {
    private ReferralTold() {}

    static ReferralEvent of(String referral, Particulars about, ReferralFact fact) {
        var person = about.person().toString();
        return switch (fact) {
            case ReferralFact.Received e -> received(referral, person, about, e);
            case ConsentFact.Given e -> new ReferralEvent.ConsentGiven(referral, person, e.how(), e.purpose(), e.recipient());
            case ConsentFact.Withdrawn e -> new ReferralEvent.ConsentWithdrawn(referral, person, e.how(), e.purpose(), e.recipient());
            case ReferralFact.Accepted _ -> new ReferralEvent.ReferralAccepted(referral, person);
            case ReferralFact.Chased _ -> new ReferralEvent.ReferralChased(referral, person);
            case ReferralFact.Declined e -> new ReferralEvent.ReferralDeclined(referral, person, e.reason());
            case ReferralFact.Allocated e -> new ReferralEvent.ReferralAllocated(
                    referral, person, e.worker(), about.practice() == null ? null : about.area(), e.basis().code(), e.reason());
            case ReferralFact.Disengaged e -> new ReferralEvent.PersonDisengaged(referral, person, e.stage(), e.reason());
            case ReferralFact.Closed e -> new ReferralEvent.ReferralClosed(referral, person, e.outcome());
            case ReferralFact.Cancelled e -> new ReferralEvent.ReferralCancelled(referral, person, e.reason());
            case WaitingFact.WaitingStarted e -> new ReferralEvent.WaitingStarted(referral, person, e.reason());
            case WaitingFact.WaitingPaused e -> new ReferralEvent.WaitingPaused(referral, person, e.reason());
            case WaitingFact.WaitingResumed _ -> new ReferralEvent.WaitingResumed(referral, person);
            case WaitingFact.WaitingEnded e -> new ReferralEvent.WaitingEnded(referral, person, e.because(), e.days());
            case CorrectingFact.DuplicateSuspected e -> new ReferralEvent.DuplicateSuspected(referral, person, e.of().toString());
            case CorrectingFact.DuplicateConfirmed e -> new ReferralEvent.DuplicateConfirmed(referral, person, e.of().toString());
            case CorrectingFact.DuplicateDismissed e -> new ReferralEvent.DuplicateDismissed(referral, person, e.of().toString());
            case CorrectingFact.Reopened e -> new ReferralEvent.ReferralReopened(referral, person, e.reason());
            case CorrectingFact.EnteredInError e -> new ReferralEvent.ReferralEnteredInError(referral, person, e.reason());
            case SupportFact _ -> throw new IllegalArgumentException("told elsewhere");
        };
    }

    private static ReferralEvent received(String referral, String person, Particulars about, ReferralFact.Received e) {
        var coded = e.characteristics();
        var place = coded.deprivation();
        return new ReferralEvent.ReferralReceived(
                referral, person, e.source(), about.practice(), e.reasons(), coded.ageBand(), coded.gender(), coded.ethnicity(), e.door(),
                place == null ? null : place.index(), place == null ? null : place.decile(), place == null ? null : place.quintile(),
                place == null ? null : place.councilArea());
    }
}
