package org.kith.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the directory service publishes: who and what there is for programmes to work with. */
public sealed interface DirectoryEvent extends PublicEvent {

    /**
     * @param lawfulBasis on which the programme processes personal data, coded; consent to be referred is another thing
     * @param nation of the United Kingdom whose code lists, index of deprivation and checks of volunteers it goes by:
     *     {@code scotland} …; absent where nobody said
     */
    @EventType(value = "programme.set-up", version = 2)
    record ProgrammeSetUp(String programme, String name, String lawfulBasis, List<Area> areas, @Nullable String nation) implements DirectoryEvent {

        /** Of no nation in particular. */
        public ProgrammeSetUp(String programme, String name, String lawfulBasis, List<Area> areas) {
            this(programme, name, lawfulBasis, areas, null);
        }
    }

    record Area(String code, String name) {}

    /** A whole version of a code list; codes are never reused for another meaning. */
    @EventType("code-list.published")
    record CodeListPublished(String list, int version, List<Code> codes) implements DirectoryEvent {}

    record Code(String code, String label) {}

    /**
     * @param codeOrigin {@code ods} for a national code, {@code kith-local} for one of ours
     * @param kind {@code practice}, or {@code not-a-practice} for an entry that its document lists among practices
     * @param listSize as the document writes it: a number, a range, or absent
     */
    @EventType("practice.registered")
    record PracticeRegistered(
            String practice, String name, @Nullable String postcode, @Nullable String listSize, String codeOrigin, String kind)
            implements DirectoryEvent {}

    /** From this day on; a later one for the same programme replaces it. */
    @EventType("practice.joined-cluster")
    record PracticeJoinedCluster(String practice, String programme, String cluster, LocalDate from) implements DirectoryEvent {}

    /**
     * @param worker opaque id of the worker's account; {@code fteHundredths} 50 is half-time
     * @param areas codes of the programme's areas (for a link worker: clusters) that the post covers
     */
    @EventType("post.filled")
    record PostFilled(String post, String role, String worker, int fteHundredths, List<String> areas, LocalDate from)
            implements DirectoryEvent {}

    /**
     * How many people a post is there for, from now on and whoever holds it.
     *
     * @param expectedClients a year, where the post's funder expects a number; {@code mobilisation} while that is another one
     * @param caseloadLimit open referrals at a time, above which it is given no more by rule
     * @param specialisms reasons for referral, coded, that are this post's before others'
     */
    @EventType("post.capacity-set")
    record PostCapacitySet(
            String post, String role, @Nullable Integer expectedClients, @Nullable Mobilisation mobilisation, @Nullable Integer caseloadLimit,
            List<String> specialisms)
            implements DirectoryEvent {}

    /** While a service is being set up, fewer clients are expected. @param until the last day of it */
    record Mobilisation(LocalDate until, int expectedClients) {}

    /** The holder is away, and takes no new referrals. Why is nobody's business here. @param until the last day away, if that is known */
    @EventType("post.holder-absent")
    record PostHolderAbsent(String post, String role, String worker, LocalDate from, @Nullable LocalDate until) implements DirectoryEvent {}

    /** @param on the first day back */
    @EventType("post.holder-returned")
    record PostHolderReturned(String post, String role, String worker, LocalDate on) implements DirectoryEvent {}

    @EventType("post.vacated")
    record PostVacated(String post, String role, String worker, LocalDate until) implements DirectoryEvent {}

    /** @param kind vcs, faith, statutory …; {@code delivers} the kinds of activity, coded */
    @EventType("organisation.identified")
    record OrganisationIdentified(String organisation, String name, String kind, List<String> delivers) implements DirectoryEvent {}

    /** @param prompt local-issue, gap, connector-referral …; {@code constituted} false for an informal network */
    @EventType("group.formed")
    record GroupFormed(String group, String name, LocalDate formedOn, String prompt, boolean constituted) implements DirectoryEvent {}

    /**
     * @param kind additional-funding, link-to-volunteers, abcd-training, volunteer-training, informed-of-initiatives …
     * @param dimension governance, marketing-networking, resources, membership; absent where the support had none
     * @param groupFormedOn so that a group which existed before a period is told from a new one
     */
    @EventType("group.supported")
    record GroupSupported(String group, String kind, @Nullable String dimension, LocalDate groupFormedOn) implements DirectoryEvent {}

    /**
     * Money that may be granted, in pence, between two days (both included).
     *
     * @param term recurrent or fixed-term; absent where the funder's document does not say, or contradicts itself
     */
    @EventType("funding-line.set")
    record FundingLineSet(String fund, String name, long amountPence, @Nullable String term, LocalDate from, LocalDate to)
            implements DirectoryEvent {}

    /** @param recipient reference of the organisation or group */
    @EventType("grant.awarded")
    record GrantAwarded(
            String grant, String fund, String recipient, String recipientName, String title, long amountPence, LocalDate awardedOn)
            implements DirectoryEvent {}

    /**
     * A partner's system or a practice's door may come in from now on; with which secret is nowhere but with them.
     *
     * @param kind {@code system} or {@code practice}
     * @param organisation, client of a system: whose referrals it makes, and its client at the identity provider, {@code system-} and the organisation
     * @param practice of a practice
     * @param access programmes to which it may refer
     */
    @EventType("partner.onboarded")
    record PartnerOnboarded(
            String partner, String kind, String name, @Nullable String organisation, @Nullable String client, @Nullable String practice,
            List<PartnerAccess> access) implements DirectoryEvent {}

    /** @param areas of the programme; empty: all of them */
    record PartnerAccess(String programme, List<String> areas) {}

    /** It may not come in until it is resumed. */
    @EventType("partner.suspended")
    record PartnerSuspended(String partner, String reason) implements DirectoryEvent {}

    @EventType("partner.resumed")
    record PartnerResumed(String partner) implements DirectoryEvent {}

    /** @param generation of its credentials, counted from 1 */
    @EventType("partner.credentials-rotated")
    record PartnerCredentialsRotated(String partner, int generation) implements DirectoryEvent {}
}
