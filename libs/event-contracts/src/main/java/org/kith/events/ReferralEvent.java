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
     */
    @EventType("referral.received")
    record ReferralReceived(
            String referral, String person, String source, @Nullable String practice, List<String> reasons,
            String ageBand, String gender, String ethnicity, String door) implements ReferralEvent {}

    /** The person agreed to be referred. {@code how} is coded: verbal, written, electronic … */
    @EventType("consent.given")
    record ConsentGiven(String referral, String person, String how) implements ReferralEvent {}

    @EventType("referral.accepted")
    record ReferralAccepted(String referral, String person) implements ReferralEvent {}

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

    /** @param mode face-to-face, phone, email, video, other-digital; {@code minutes} of contact */
    @EventType("contact.held")
    record ContactHeld(String referral, String person, String worker, String mode, int minutes) implements ReferralEvent {}

    /** @param destination the group, service or organisation by its reference; {@code kind} says which */
    @EventType("person.signposted")
    record PersonSignposted(String referral, String person, String kind, String destination) implements ReferralEvent {}

    @EventType("referral.closed")
    record ReferralClosed(String referral, String person, String outcome) implements ReferralEvent {}

    /** Every service that keeps anything personal under this reference destroys it on this event. */
    @EventType("person.erased")
    record PersonErased(String person) implements ReferralEvent {}

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
