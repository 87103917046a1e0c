package org.kith.referral.publishing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.referral.domain.ConsentFact;
import org.kith.referral.domain.CorrectingFact;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.domain.SupportFact;
import org.kith.referral.domain.WaitingFact;

/** Streams {@code referral-<id>}. */
public final class ReferralFamily implements StreamFamily<Referral, ReferralFact> {
    private static final EventCodec<ReferralFact> CODEC = EventCodec.of(ReferralFact.class)
            // Before version 2 nobody looked up how deprived the place is where the person lives.
            .event("referral.received", ReferralFact.Received.class, data -> data)
            // Before version 2 it was always to the referral as a whole.
            .event("consent.given", ConsentFact.Given.class, data -> data)
            .event("consent.withdrawn", ConsentFact.Withdrawn.class)
            .event("referral.accepted", ReferralFact.Accepted.class)
            .event("referral.chased", ReferralFact.Chased.class)
            .event("referral.declined", ReferralFact.Declined.class)
            .event("referral.allocated", ReferralFact.Allocated.class)
            // Before version 2 nobody said which of the Three Conversations a contact was.
            .event("contact.held", SupportFact.ContactHeld.class, data -> data)
            .event("contact.attempted", SupportFact.ContactAttempted.class)
            .event("contact.not-attended", SupportFact.ContactNotAttended.class)
            .event("contact.cancelled", SupportFact.ContactCancelled.class)
            .event("person.assessed", SupportFact.Assessed.class)
            .event("data-item.collected", SupportFact.ItemCollected.class)
            .event("goal.agreed", SupportFact.GoalAgreed.class)
            .event("goal.reviewed", SupportFact.GoalReviewed.class)
            .event("support.given", SupportFact.SupportGiven.class)
            .event("person.signposted", SupportFact.Signposted.class)
            .event("signposting.taken-up", SupportFact.TakenUp.class)
            .event("signposting.not-taken-up", SupportFact.NotTakenUp.class)
            .event("onward-referral.made", SupportFact.OnwardReferred.class)
            .event("onward-referral.answered", SupportFact.OnwardAnswered.class)
            .event("person.represented", SupportFact.Represented.class)
            .event("person.accompanied", SupportFact.Accompanied.class)
            .event("need.unmet", SupportFact.NeedUnmet.class)
            .event("service-use.reported", SupportFact.ServiceUseReported.class)
            .event("waiting.started", WaitingFact.WaitingStarted.class)
            .event("waiting.paused", WaitingFact.WaitingPaused.class)
            .event("waiting.resumed", WaitingFact.WaitingResumed.class)
            .event("waiting.ended", WaitingFact.WaitingEnded.class)
            .event("duplicate.suspected", CorrectingFact.DuplicateSuspected.class)
            .event("duplicate.confirmed", CorrectingFact.DuplicateConfirmed.class)
            .event("duplicate.dismissed", CorrectingFact.DuplicateDismissed.class)
            .event("referral.reopened", CorrectingFact.Reopened.class)
            .event("referral.entered-in-error", CorrectingFact.EnteredInError.class)
            .event("person.disengaged", ReferralFact.Disengaged.class)
            .event("referral.closed", ReferralFact.Closed.class)
            .event("referral.cancelled", ReferralFact.Cancelled.class)
            .build();

    @Override
    public String name() {
        return "referral";
    }

    @Override
    public String source() {
        return "/kith/referral";
    }

    @Override
    public EventCodec<ReferralFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Referral stateAfter, ReferralFact fact) {
        var known = (Referral.Known) stateAfter;
        var about = known.particulars();
        var told = fact instanceof SupportFact support ? SupportTold.of(subject, known, support) : ReferralTold.of(subject, about, fact);
        var voids = fact instanceof CorrectingFact.EnteredInError error ? error.voids() : List.<UUID>of();
        return Optional.of(new Publication(told, List.of(about.programme()), about.area(), null, voids));
    }
}
