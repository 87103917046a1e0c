package org.kith.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.referral.domain.ReferralRejection.ALREADY_ALLOCATED;
import static org.kith.referral.domain.ReferralRejection.ALREADY_RECEIVED;
import static org.kith.referral.domain.ReferralRejection.CLOSED;
import static org.kith.referral.domain.ReferralRejection.DECLINED;
import static org.kith.referral.domain.ReferralRejection.NOT_ACCEPTED;
import static org.kith.referral.domain.ReferralRejection.NOT_ALLOCATED;
import static org.kith.referral.domain.ReferralRejection.NOT_AWAITING_REPLY;
import static org.kith.referral.domain.ReferralRejection.NOT_RECEIVED;
import static org.kith.referral.domain.ReferralRejection.NO_CONSENT;
import static org.kith.referral.domain.ReferralRejection.NO_WORKER_FOR_AREA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.referral.domain.ReferralCommand.Accept;
import org.kith.referral.domain.ReferralCommand.AllocateByArea;
import org.kith.referral.domain.ReferralCommand.AllocateByChoice;
import org.kith.referral.domain.ReferralCommand.Close;
import org.kith.referral.domain.ReferralCommand.Consent;
import org.kith.referral.domain.ReferralCommand.Decline;
import org.kith.referral.domain.ReferralCommand.Receive;
import org.kith.referral.domain.SupportCommand.HoldContact;
import org.kith.referral.domain.SupportCommand.Signpost;
import org.kith.testsupport.DeciderSpec;

class ReferralDeciderTest implements DeciderSpec<ReferralCommand, Referral, ReferralFact> {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = Instant.parse("2026-03-09T14:00:00Z");
    private static final WorkerInPost ANY = new WorkerInPost("worker-1", 50);
    private static final Particulars PATIENT = particulars("KITH-NLW-07");
    private static final Particulars UNREGISTERED = particulars(null);
    private static final Characteristics CHARACTERISTICS = new Characteristics("65-74", "female", "not-asked");

    private static final Course COURSE = Course.of("primary-care", "partner-one", List.of("debt"), AT);

    private final ReferralFact.Received received = receivedAs(PATIENT, false);
    private final ReferralFact consented = ConsentFact.Given.withReferral("verbal", AT);
    private final ReferralFact accepted = new ReferralFact.Accepted(AT);
    private final ReferralFact declined = new ReferralFact.Declined("no-capacity", AT);
    private final ReferralFact allocated = new ReferralFact.Allocated("worker-1", AllocationBasis.PRACTICE_CLUSTER, null, AT);
    private final ReferralFact closed = new ReferralFact.Closed("goals-met", AT);

    @Override
    public Decider<ReferralCommand, Referral, ReferralFact> decider() {
        return new ReferralDecider();
    }

    @Test
    void is_received_with_the_persons_consent() {
        given().when(receive(false, new Consent("verbal", AT))).then(received, consented).thenState(new Referral.AwaitingReply(PATIENT, COURSE, PATIENT.receivedAt(), false));
    }

    @Test
    void is_not_received_without_consent() {
        given().when(receive(false, null)).thenRejected(NO_CONSENT);
    }

    @Test
    void is_received_without_consent_where_somebody_may_be_at_risk() {
        given().when(receive(true, null)).then(receivedAs(PATIENT, true));
    }

    @Test
    void is_received_only_once() {
        var again = receive(false, new Consent("verbal", AT));
        given(received).when(again).thenRejected(ALREADY_RECEIVED);
        given(received, accepted).when(again).thenRejected(ALREADY_RECEIVED);
        given(received, accepted, allocated).when(again).thenRejected(ALREADY_RECEIVED);
        given(received, declined).when(again).thenRejected(ALREADY_RECEIVED);
        given(received, accepted, closed).when(again).thenRejected(ALREADY_RECEIVED);
    }

    @Test
    void is_brought_over_with_everything_that_had_become_of_it_each_at_its_own_time() {
        List<ReferralCommand> steps = List.of(new Accept(AT), new ReferralCommand.PutOnWaitingList("no-capacity", AT), new AllocateByChoice("worker-1", "taken-over", LATER),
                held(LATER));
        given().when(new ReferralCommand.BringOver(receive(false, new Consent("verbal", AT)), steps)).then(
                received, consented, accepted, new WaitingFact.WaitingStarted("no-capacity", AT), new WaitingFact.WaitingEnded("allocated", 7, LATER),
                new ReferralFact.Allocated("worker-1", AllocationBasis.OVERRIDE, "taken-over", LATER), new SupportFact.ContactHeld("worker-1", "phone", 25, null, null, LATER));
    }

    @Test
    void is_not_brought_over_where_one_step_could_not_have_been() {
        var receive = receive(false, new Consent("verbal", AT));
        given().when(new ReferralCommand.BringOver(receive, List.of(new Accept(AT), held(LATER)))).thenRejected(NOT_ALLOCATED);
        given(received).when(new ReferralCommand.BringOver(receive, List.of())).thenRejected(ALREADY_RECEIVED);
    }

    @Test
    void nothing_can_be_done_with_a_referral_that_was_never_received() {
        given().when(new Accept(AT)).thenRejected(NOT_RECEIVED);
        given().when(new Close("goals-met", AT)).thenRejected(NOT_RECEIVED);
    }

    @Test
    void can_be_accepted_while_it_awaits_a_reply() {
        given(received, consented).when(new Accept(AT)).then(accepted);
    }

    @Test
    void can_be_declined_with_a_reason_while_it_awaits_a_reply() {
        given(received).when(new Decline("no-capacity", AT)).then(declined).thenState(new Referral.Declined(PATIENT, COURSE));
    }

    @Test
    void is_replied_to_only_once() {
        given(received, accepted).when(new Accept(LATER)).thenRejected(NOT_AWAITING_REPLY);
        given(received, accepted).when(new Decline("no-capacity", LATER)).thenRejected(NOT_AWAITING_REPLY);
        given(received, accepted, allocated).when(new Decline("no-capacity", LATER)).thenRejected(NOT_AWAITING_REPLY);
        given(received, declined).when(new Accept(LATER)).thenRejected(DECLINED);
    }

    @Test
    void is_allocated_to_the_worker_who_covers_the_cluster_of_the_practice() {
        given(received, accepted).when(new AllocateByArea(List.of(ANY), AT)).then(allocated).thenState(new Referral.Allocated(PATIENT, COURSE, "worker-1", AT));
    }

    @Test
    void is_allocated_by_area_where_the_person_has_no_practice() {
        given(receivedAs(UNREGISTERED, false), accepted)
                .when(new AllocateByArea(List.of(ANY), AT))
                .then(new ReferralFact.Allocated("worker-1", AllocationBasis.AREA, null, AT));
    }

    @Test
    void stays_unallocated_where_nobody_covers_the_area() {
        given(received, accepted).when(new AllocateByArea(List.of(), AT)).thenRejected(NO_WORKER_FOR_AREA);
    }

    @Test
    void is_allocated_by_choice_with_the_reason_and_can_be_handed_over() {
        var chosen = new ReferralFact.Allocated("worker-2", AllocationBasis.OVERRIDE, "workload", AT);
        given(received, accepted).when(new AllocateByChoice("worker-2", "workload", AT)).then(chosen);
        given(received, accepted, allocated).when(new AllocateByChoice("worker-2", "workload", AT)).then(chosen);
    }

    @Test
    void is_not_allocated_to_the_worker_who_has_it_nor_again_by_the_rule() {
        given(received, accepted, allocated).when(new AllocateByChoice("worker-1", "workload", AT)).thenRejected(ALREADY_ALLOCATED);
        given(received, accepted, allocated).when(new AllocateByArea(List.of(ANY), AT)).thenRejected(ALREADY_ALLOCATED);
    }

    @Test
    void is_allocated_only_once_accepted() {
        given(received).when(new AllocateByArea(List.of(ANY), AT)).thenRejected(NOT_ACCEPTED);
        given(received).when(new AllocateByChoice("worker-2", "workload", AT)).thenRejected(NOT_ACCEPTED);
    }

    @Test
    void a_contact_is_held_by_the_worker_who_has_the_referral() {
        var handedOver = new ReferralFact.Allocated("worker-2", AllocationBasis.OVERRIDE, "absence", AT);
        given(received, accepted, allocated, handedOver)
                .when(held(LATER))
                .then(new SupportFact.ContactHeld("worker-2", "phone", 25, null, null, LATER));
    }

    @Test
    void contacts_are_counted_whoever_held_them_and_in_whatever_order_they_are_told() {
        var early = new SupportFact.ContactHeld("worker-1", "phone", 25, null, null, AT);
        var late = new SupportFact.ContactHeld("worker-1", "email", 5, null, null, LATER);
        var handedOver = new ReferralFact.Allocated("worker-2", AllocationBasis.OVERRIDE, "absence", LATER);
        given(received, accepted, allocated, late, early, handedOver)
                .thenState(new Referral.Allocated(PATIENT,
                        new Course("primary-care", "partner-one", List.of("debt"), AT, new Contacts(2, LATER), Set.of(), Map.of(), Map.of(), Consents.AS_REFERRED, null),
                        "worker-2",
                        LATER));
    }

    @Test
    void a_contact_needs_a_worker() {
        given(received).when(held(LATER)).thenRejected(NOT_ACCEPTED);
        given(received, accepted).when(held(LATER)).thenRejected(NOT_ALLOCATED);
    }

    @Test
    void somebody_can_be_signposted_as_soon_as_the_referral_is_accepted() {
        var signposted = new SupportFact.Signposted("group", "group-1", LATER);
        given(received, accepted).when(new Signpost("group", "group-1", LATER)).then(signposted);
        given(received, accepted, allocated).when(new Signpost("group", "group-1", LATER)).then(signposted);
        given(received).when(new Signpost("group", "group-1", LATER)).thenRejected(NOT_ACCEPTED);
    }

    @Test
    void is_closed_with_an_outcome_and_then_nothing_more_happens() {
        given(received, accepted, allocated).when(new Close("goals-met", AT)).then(closed).thenState(new Referral.Closed(PATIENT, COURSE));
        given(received, accepted).when(new Close("goals-met", AT)).then(closed);
        given(received).when(new Close("goals-met", AT)).thenRejected(NOT_ACCEPTED);
        var over = given(received, accepted, allocated, closed);
        over.when(held(LATER)).thenRejected(CLOSED);
        over.when(new Close("goals-met", LATER)).thenRejected(CLOSED);
        over.when(new AllocateByChoice("worker-2", "workload", LATER)).thenRejected(CLOSED);
    }

    @Test
    void nothing_is_done_before_the_referral_itself_but_for_the_minute_by_which_clocks_differ() {
        var before = AT.minusSeconds(61);
        var tooEarly = new TooEarly(AT);
        given(received).when(new Accept(before)).thenRejected(tooEarly);
        given(received).when(new ReferralCommand.Cancel("no-longer-needed", before)).thenRejected(tooEarly);
        given(received).when(new ReferralCommand.EnterInError("duplicate", List.of(), before)).thenRejected(tooEarly);
        given(received, accepted).when(new ReferralCommand.PutOnWaitingList("no-capacity", before)).thenRejected(tooEarly);
        given(received, accepted).when(new AllocateByArea(List.of(ANY), before)).thenRejected(tooEarly);
        given(received, accepted).when(new Signpost("group", "group-1", before)).thenRejected(tooEarly);
        given(received, accepted, allocated).when(held(before)).thenRejected(tooEarly);
        given(received, accepted, allocated, closed).when(new ReferralCommand.Reopen("came-back", before)).thenRejected(tooEarly);
        given(received).when(new Accept(AT.minusSeconds(60))).then(new ReferralFact.Accepted(AT.minusSeconds(60)));
        given(received, new ReferralFact.Accepted(LATER)).when(new AllocateByChoice("worker-1", "workload", AT)).then(
                new ReferralFact.Allocated("worker-1", AllocationBasis.OVERRIDE, "workload", AT));
    }

    @Test
    void who_is_told_that_it_was_too_early_is_told_from_when_on_and_of_which_field() {
        assertThat(new TooEarly(AT).field()).contains("occurredAt");
        assertThat(new TooEarly(AT).detail()).contains("2026-03-02T09:30:00Z");
    }

    @Test
    void a_consent_may_be_older_than_the_referral_and_so_may_be_what_was_stored_before_anybody_looked() {
        var before = AT.minus(Duration.ofDays(30));
        given(received).when(new ReferralCommand.GiveConsent(new Consents.Scope(null, null), "written", null, before))
                .then(new ConsentFact.Given("written", null, null, null, before));
        given(received, new ReferralFact.Accepted(before), new ReferralFact.Closed("goals-met", before)).when(new ReferralCommand.Reopen("came-back", LATER))
                .then(new CorrectingFact.Reopened("came-back", LATER));
        given(received, declined, new CorrectingFact.Reopened("came-back", before)).when(new ReferralCommand.Chase(before.plusSeconds(5)))
                .then(new ReferralFact.Chased(before.plusSeconds(5)));
    }

    private static HoldContact held(Instant at) {
        return new HoldContact("phone", 25, null, null, at);
    }

    private static Receive receive(boolean safeguarding, @Nullable Consent consent) {
        return new Receive(PATIENT, "partner-one", "primary-care", List.of("debt"), CHARACTERISTICS, "rest", safeguarding, consent, null, AT);
    }

    private static ReferralFact.Received receivedAs(Particulars particulars, boolean safeguarding) {
        return new ReferralFact.Received(particulars, "partner-one", "primary-care", List.of("debt"), CHARACTERISTICS, "rest", safeguarding, AT);
    }

    private static Particulars particulars(@Nullable String practice) {
        return new Particulars(
                UUID.fromString("0199aaaa-0000-7000-8000-000000000001"),
                UUID.fromString("0199aaaa-0000-7000-8000-000000000002"),
                "norfolk-living-well", "coastal", practice);
    }
}
