package org.kith.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the referral service publishes. {@code person} is always an opaque PersonRef, minted by that service alone. */
public sealed interface ReferralEvent extends PublicEvent {

    /**
     * A referral came in, through whichever door.
     *
     * @param source who referred, code list {@code source}
     * @param practice code of the person's practice, where they have one
     * @param reasons code list {@code reasons}
     * @param ageBand, gender, ethnicity banded or coded; {@code not-asked} differs from {@code prefer-not-to-say}
     * @param door {@code rest}, {@code webhook} …
     * @param deprivationIndex by which the person's postcode was looked up, with its edition: {@code simd-2020v2}; absent in a
     *     programme of no nation
     * @param deprivationDecile 1, the most deprived tenth, to 10, or {@code not-known}; {@code deprivationQuintile} 1 to 5
     * @param councilArea code list {@code council-area}, or {@code not-known}; in Scotland only
     */
    @EventType(value = "referral.received", version = 2)
    record ReferralReceived(
            String referral, String person, String source, @Nullable String practice, List<String> reasons,
            String ageBand, String gender, String ethnicity, String door, @Nullable String deprivationIndex,
            @Nullable String deprivationDecile, @Nullable String deprivationQuintile, @Nullable String councilArea) implements ReferralEvent {

        /** To a programme of no nation. */
        public ReferralReceived(
                String referral, String person, String source, @Nullable String practice, List<String> reasons,
                String ageBand, String gender, String ethnicity, String door) {
            this(referral, person, source, practice, reasons, ageBand, gender, ethnicity, door, null, null, null, null);
        }
    }

    /**
     * The person agreed to be referred, or later to something more.
     *
     * @param how coded: verbal, written, electronic …
     * @param purpose code list {@code consent-purpose}; absent for the referral as a whole
     * @param recipient reference of who may be told; absent for whoever it is
     */
    @EventType(value = "consent.given", version = 2)
    record ConsentGiven(String referral, String person, String how, @Nullable String purpose, @Nullable String recipient) implements ReferralEvent {}

    /** A person lives with others from now on. Of the programmes that know them; in no area. */
    @EventType("household.joined")
    record HouseholdJoined(String household, String person) implements ReferralEvent {}

    @EventType("household.left")
    record HouseholdLeft(String household, String person) implements ReferralEvent {}

    /** The same of a consent that no longer holds. With the referral as a whole everything narrower is withdrawn. */
    @EventType("consent.withdrawn")
    record ConsentWithdrawn(String referral, String person, String how, @Nullable String purpose, @Nullable String recipient) implements ReferralEvent {}

    @EventType("referral.accepted")
    record ReferralAccepted(String referral, String person) implements ReferralEvent {}

    /** Nobody had answered it by then; if nobody does, it is declined after a set time. */
    @EventType("referral.chased")
    record ReferralChased(String referral, String person) implements ReferralEvent {}

    @EventType("referral.declined")
    record ReferralDeclined(String referral, String person, String reason) implements ReferralEvent {}

    /**
     * @param basis {@code practice-cluster} when the rule chose the worker, {@code override} when somebody did
     * @param reason why the rule was overridden; absent otherwise
     */
    @EventType("referral.allocated")
    record ReferralAllocated(
            String referral, String person, String worker, @Nullable String cluster, String basis, @Nullable String reason)
            implements ReferralEvent {}

    /**
     * @param mode face-to-face, phone, email, video, other-digital; {@code minutes} of contact
     * @param conversation one, two or three where it was one of the Three Conversations: kinds, not a sequence
     * @param cohort whom the programme means it for, where it tells cohorts apart
     */
    @EventType(value = "contact.held", version = 2)
    record ContactHeld(
            String referral, String person, String worker, String mode, int minutes, @Nullable String conversation, @Nullable String cohort)
            implements ReferralEvent {}

    /** Nobody answered. */
    @EventType("contact.attempted")
    record ContactAttempted(String referral, String person, String worker, String mode) implements ReferralEvent {}

    /** It was agreed, and the person did not come. */
    @EventType("contact.not-attended")
    record ContactNotAttended(String referral, String person, String worker, String mode) implements ReferralEvent {}

    /** @param cancelledBy person, worker, other */
    @EventType("contact.cancelled")
    record ContactCancelled(String referral, String person, String worker, String mode, String cancelledBy) implements ReferralEvent {}

    /**
     * A person's, or with them their family's, needs were looked at as a whole.
     *
     * @param needs code list {@code need}; {@code disability}, {@code employment} coded, {@code not-asked} included
     */
    @EventType("person.assessed")
    record PersonAssessed(
            String referral, String person, String worker, String mode, List<String> needs, boolean family, String disability, String employment)
            implements ReferralEvent {}

    /** @param item which item of information; {@code collectedFrom} referrer, referral-format, worker. Its value is not told here. */
    @EventType("data-item.collected")
    record DataItemCollected(String referral, String person, String item, String collectedFrom) implements ReferralEvent {}

    @EventType("goal.agreed")
    record GoalAgreed(String referral, String person, String goal, String kind) implements ReferralEvent {}

    /** @param result met, partly-met, not-met, no-longer-wanted */
    @EventType("goal.reviewed")
    record GoalReviewed(String referral, String person, String goal, String result) implements ReferralEvent {}

    /**
     * @param kind what was done, of the code list of its strand; {@code theme} where the strand has themes
     * @param carer whether the person was supported as somebody's carer
     */
    @EventType("support.given")
    record SupportGiven(String referral, String person, String kind, String strand, @Nullable String theme, boolean carer)
            implements ReferralEvent {}

    /**
     * @param onward reference of this onward referral
     * @param formal to a formal service: social care, health, advice with a case of its own
     * @param from the community asset at which the person was, where one asset refers to another
     */
    @EventType("onward-referral.made")
    record OnwardReferralMade(
            String referral, String person, String onward, String kind, String destination, boolean formal, @Nullable String from)
            implements ReferralEvent {}

    /** @param reply accepted, declined, waiting-list, no-reply */
    @EventType("onward-referral.answered")
    record OnwardReferralAnswered(String referral, String person, String onward, String kind, String reply) implements ReferralEvent {}

    /** Somebody spoke for the person, who agreed to it. {@code thirdParty} is a kind: landlord, council … */
    @EventType("person.represented")
    record PersonRepresented(String referral, String person, String worker, String thirdParty) implements ReferralEvent {}

    /** A worker went along with the person. */
    @EventType("person.accompanied")
    record PersonAccompanied(String referral, String person, String worker, String destination) implements ReferralEvent {}

    /** Nothing was found that meets the need: what gap reports are made of. */
    @EventType("need.unmet")
    record NeedUnmet(String referral, String person, String need) implements ReferralEvent {}

    /** Which other services the person uses, as they say. @param uses code list {@code service-used} */
    @EventType("service-use.reported")
    record ServiceUseReported(String referral, String person, List<String> uses) implements ReferralEvent {}

    /** Neither declined nor inappropriate: the person took part no more. {@code stage} before-contact or after-contact. */
    @EventType("person.disengaged")
    record PersonDisengaged(String referral, String person, String stage, String reason) implements ReferralEvent {}

    /** @param destination the group, service or organisation by its reference; {@code kind} says which */
    @EventType("person.signposted")
    record PersonSignposted(String referral, String person, String kind, String destination) implements ReferralEvent {}

    /**
     * The person did take up what they were signposted to.
     *
     * @param stage first-attended or sustained
     * @param source who referred the person in the first place
     */
    @EventType("signposting.taken-up")
    record SignpostingTakenUp(String referral, String person, String kind, String destination, String stage, String source)
            implements ReferralEvent {}

    /**
     * The group to which the person was signposted, or who supports them, says that they did not come. They may come yet.
     *
     * @param source who referred the person in the first place
     */
    @EventType("signposting.not-taken-up")
    record SignpostingNotTakenUp(String referral, String person, String kind, String destination, String source) implements ReferralEvent {}

    /** The waiting clock starts. */
    @EventType("waiting.started")
    record WaitingStarted(String referral, String person, String reason) implements ReferralEvent {}

    /** It stands still, since the person could not take up an offer. */
    @EventType("waiting.paused")
    record WaitingPaused(String referral, String person, String reason) implements ReferralEvent {}

    @EventType("waiting.resumed")
    record WaitingResumed(String referral, String person) implements ReferralEvent {}

    /** @param because allocated, disengaged, closed, cancelled; {@code days} whole days of waiting, pauses taken out */
    @EventType("waiting.ended")
    record WaitingEnded(String referral, String person, String because, int days) implements ReferralEvent {}

    /** @param of the referral of which this one may be a duplicate */
    @EventType("duplicate.suspected")
    record DuplicateSuspected(String referral, String person, String of) implements ReferralEvent {}

    @EventType("duplicate.confirmed")
    record DuplicateConfirmed(String referral, String person, String of) implements ReferralEvent {}

    @EventType("duplicate.dismissed")
    record DuplicateDismissed(String referral, String person, String of) implements ReferralEvent {}

    @EventType("referral.reopened")
    record ReferralReopened(String referral, String person, String reason) implements ReferralEvent {}

    /** It should never have been: every event of it before, which this one voids, no longer counts. */
    @EventType("referral.entered-in-error")
    record ReferralEnteredInError(String referral, String person, String reason) implements ReferralEvent {}

    /** Somebody may be at risk of harm. About whom is told to nobody here. */
    @EventType("safeguarding-concern.raised")
    record SafeguardingConcernRaised(String concern, String kind) implements ReferralEvent {}

    /** @param inTime false where it was overdue by then */
    @EventType("safeguarding-concern.acknowledged")
    record SafeguardingConcernAcknowledged(String concern, boolean inTime) implements ReferralEvent {}

    @EventType("safeguarding-concern.acted-on")
    record SafeguardingConcernActedOn(String concern, String action) implements ReferralEvent {}

    /** Nobody had acknowledged it within the set time. */
    @EventType("safeguarding-concern.overdue")
    record SafeguardingConcernOverdue(String concern) implements ReferralEvent {}

    /** A practice's staff were engaged with social prescribing. {@code kind} meeting, training … */
    @EventType("primary-care.engaged")
    record PrimaryCareEngaged(String engagement, String practice, String kind) implements ReferralEvent {}

    @EventType("referral.closed")
    record ReferralClosed(String referral, String person, String outcome) implements ReferralEvent {}

    /** Who referred has taken it back: it was received, and is neither declined nor closed. */
    @EventType("referral.cancelled")
    record ReferralCancelled(String referral, String person, String reason) implements ReferralEvent {}

    /** Every service that keeps anything personal under this reference destroys it on this event. */
    @EventType("person.erased")
    record PersonErased(String person) implements ReferralEvent {}

    /**
     * Two references are of one person, who is counted under {@code into} from then on. What was told under {@code person} stays as it
     * is, and more may be told under it.
     */
    @EventType("person.merged")
    record PersonMerged(String person, String into) implements ReferralEvent {}

    /** They are two people after all. */
    @EventType("person.unmerged")
    record PersonUnmerged(String person, String from) implements ReferralEvent {}

    /**
     * Somebody was met for the first time, with no referral: one form, one contact, whether or not the person was named.
     *
     * @param person where the person gave their name
     * @param uses code list {@code service-used}; {@code gaps} code list {@code gap-kind}
     * @param ageBand, gender, ethnicity, disability banded or coded; {@code not-asked} differs from {@code prefer-not-to-say}
     */
    @EventType("first-contact-form.completed")
    record FirstContactFormCompleted(
            String form, @Nullable String person, String setting, List<String> uses, List<String> gaps,
            String ageBand, String gender, String ethnicity, String disability) implements ReferralEvent {}

    /**
     * Information was given to somebody who was not referred.
     *
     * @param kind {@code initial}, {@code one-off} …
     * @param people how many were there: contacts, never distinct people
     */
    @EventType("enquiry.answered")
    record EnquiryAnswered(
            String enquiry, String channel, String kind, String topic, @Nullable String setting, List<String> uses, List<String> gaps, int people)
            implements ReferralEvent {}

    /** @param attended how many were there: attendances, never distinct people */
    @EventType("support-session.held")
    record SupportSessionHeld(String session, String kind, String strand, @Nullable String theme, int attended) implements ReferralEvent {}

    /** A guide or case study was published as a leaflet, on a website … */
    @EventType("guide.published")
    record GuidePublished(String guide, String kind, String format, String topic) implements ReferralEvent {}

    /**
     * Somebody met in outreach said what is missing where they live.
     *
     * @param kind code list {@code gap-kind}
     * @param noticedIn {@code first-contact-form} or {@code enquiry}; {@code notice} is that record's id
     */
    @EventType("gap.noticed")
    record GapNoticed(String kind, String noticedIn, String notice) implements ReferralEvent {}

    /** What was recorded of outreach never happened so; the events it voids no longer count. */
    @EventType("outreach.entered-in-error")
    record OutreachEnteredInError(String entry, String kind, String reason) implements ReferralEvent {}
}
