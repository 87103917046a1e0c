package org.kith.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.referral.domain.ReferralRejection.ALREADY_CHASED;
import static org.kith.referral.domain.ReferralRejection.ALREADY_SUSPECTED;
import static org.kith.referral.domain.ReferralRejection.ALREADY_TAKEN_UP;
import static org.kith.referral.domain.ReferralRejection.ALREADY_WAITING;
import static org.kith.referral.domain.ReferralRejection.BEFORE_THE_LAST_CHANGE;
import static org.kith.referral.domain.ReferralRejection.CLOSED;
import static org.kith.referral.domain.ReferralRejection.ENTERED_IN_ERROR;
import static org.kith.referral.domain.ReferralRejection.NOT_ATTENDED_YET;
import static org.kith.referral.domain.ReferralRejection.NOT_AWAITING_REPLY;
import static org.kith.referral.domain.ReferralRejection.NOT_CHASED_YET;
import static org.kith.referral.domain.ReferralRejection.NOT_ENDED;
import static org.kith.referral.domain.ReferralRejection.NOT_ITS_OWN_DUPLICATE;
import static org.kith.referral.domain.ReferralRejection.NOT_SIGNPOSTED;
import static org.kith.referral.domain.ReferralRejection.NOT_SUSPECTED;
import static org.kith.referral.domain.ReferralRejection.NOT_WAITING;
import static org.kith.referral.domain.ReferralRejection.WAITING_GOES_ON;
import static org.kith.referral.domain.ReferralRejection.WAITING_STANDS_STILL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.domain.ReferralCommand.Accept;
import org.kith.referral.domain.ReferralCommand.AllocateByArea;
import org.kith.referral.domain.ReferralCommand.Chase;
import org.kith.referral.domain.ReferralCommand.Close;
import org.kith.referral.domain.ReferralCommand.ConfirmDuplicate;
import org.kith.referral.domain.ReferralCommand.DismissDuplicate;
import org.kith.referral.domain.ReferralCommand.EnterInError;
import org.kith.referral.domain.ReferralCommand.GiveUp;
import org.kith.referral.domain.ReferralCommand.PauseWaiting;
import org.kith.referral.domain.ReferralCommand.PutOnWaitingList;
import org.kith.referral.domain.ReferralCommand.Reopen;
import org.kith.referral.domain.ReferralCommand.ResumeWaiting;
import org.kith.referral.domain.ReferralCommand.SuspectDuplicate;
import org.kith.referral.domain.SupportCommand.FollowUp;
import org.kith.testsupport.DeciderSpec;

/** The waiting list, what is put right, and what is taken up. */
class CorrectingTest implements DeciderSpec<ReferralCommand, Referral, ReferralFact> {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final UUID OTHER = UUID.fromString("0199aaaa-0000-7000-8000-000000000004");
    private static final Particulars ABOUT = new Particulars(
            UUID.fromString("0199aaaa-0000-7000-8000-000000000001"), UUID.fromString("0199aaaa-0000-7000-8000-000000000002"),
            "improving-lives", "locality-1", null);

    private final ReferralFact received = new ReferralFact.Received(
            ABOUT, "partner-one", "primary-care", List.of("debt"), new Characteristics("65-74", "female", "not-asked"), "rest", false, AT);
    private final ReferralFact accepted = new ReferralFact.Accepted(AT);
    private final ReferralFact allocated = new ReferralFact.Allocated("worker-1", AllocationBasis.AREA, null, day(30));
    private final ReferralFact waits = new WaitingFact.WaitingStarted("no-capacity", AT);
    private final ReferralFact suspected = new CorrectingFact.DuplicateSuspected(OTHER, AT);
    private final ReferralFact closed = new ReferralFact.Closed("goals-met", AT);

    @Override
    public Decider<ReferralCommand, Referral, ReferralFact> decider() {
        return new ReferralDecider();
    }

    @Test
    void the_waiting_clock_starts_on_the_list_and_stops_when_a_worker_has_the_referral() {
        given(received, accepted).when(new PutOnWaitingList("no-capacity", AT)).then(waits);
        given(received, accepted, waits)
                .when(new AllocateByArea(List.of(new WorkerInPost("worker-1", 50)), day(30)))
                .then(new WaitingFact.WaitingEnded("allocated", 30, day(30)), allocated);
    }

    @Test
    void the_waiting_clock_stands_still_while_the_person_could_not_come() {
        var paused = new WaitingFact.WaitingPaused("in-hospital", day(10));
        var resumed = new WaitingFact.WaitingResumed(day(24));
        given(received, accepted, waits).when(new PauseWaiting("in-hospital", day(10))).then(paused);
        given(received, accepted, waits, paused).when(new ResumeWaiting(day(24))).then(resumed);
        given(received, accepted, waits, paused, resumed).when(new Close("moved-away", day(30)))
                .then(new WaitingFact.WaitingEnded("closed", 16, day(30)), new ReferralFact.Closed("moved-away", day(30)));
        given(received, accepted, waits, paused).when(new Close("moved-away", day(30)))
                .then(new WaitingFact.WaitingEnded("closed", 10, day(30)), new ReferralFact.Closed("moved-away", day(30)));
    }

    @Test
    void the_waiting_clock_is_changed_only_as_it_stands_and_forward() {
        var paused = new WaitingFact.WaitingPaused("away", day(10));
        given(received, accepted).when(new PauseWaiting("away", AT)).thenRejected(NOT_WAITING);
        given(received, accepted, waits).when(new PutOnWaitingList("no-capacity", day(1))).thenRejected(ALREADY_WAITING);
        given(received, accepted, waits).when(new ResumeWaiting(day(1))).thenRejected(WAITING_GOES_ON);
        given(received, accepted, waits, paused).when(new PauseWaiting("away", day(11))).thenRejected(WAITING_STANDS_STILL);
        given(received, accepted, waits, paused).when(new ResumeWaiting(day(9))).thenRejected(BEFORE_THE_LAST_CHANGE);
    }

    @Test
    void a_suspected_duplicate_ends_when_it_is_confirmed_and_goes_on_when_it_is_dismissed() {
        given(received).when(new SuspectDuplicate(OTHER, AT)).then(suspected);
        given(received, suspected).when(new ConfirmDuplicate(AT)).then(new CorrectingFact.DuplicateConfirmed(OTHER, AT), new ReferralFact.Declined("duplicate", AT));
        given(received, suspected, accepted).when(new ConfirmDuplicate(AT)).then(new CorrectingFact.DuplicateConfirmed(OTHER, AT), new ReferralFact.Closed("duplicate", AT));
        given(received, suspected).when(new DismissDuplicate(AT)).then(new CorrectingFact.DuplicateDismissed(OTHER, AT))
                .thenState(new Referral.AwaitingReply(ABOUT, Course.of("primary-care", "partner-one", List.of("debt"), AT), ABOUT.receivedAt(), false));
    }

    @Test
    void only_what_is_suspected_is_confirmed_and_only_once() {
        given(received).when(new ConfirmDuplicate(AT)).thenRejected(NOT_SUSPECTED);
        given(received).when(new DismissDuplicate(AT)).thenRejected(NOT_SUSPECTED);
        given(received, suspected).when(new SuspectDuplicate(OTHER, AT)).thenRejected(ALREADY_SUSPECTED);
        given(received).when(new SuspectDuplicate(ABOUT.referral(), AT)).thenRejected(NOT_ITS_OWN_DUPLICATE);
        given(received, accepted, closed).when(new SuspectDuplicate(OTHER, AT)).thenRejected(CLOSED);
    }

    @Test
    void a_referral_that_ended_is_reopened_to_be_allocated_and_a_declined_one_to_be_replied_to() {
        var reopened = new CorrectingFact.Reopened("came-back", AT);
        var reopen = new Reopen("came-back", AT);
        given(received, accepted, closed).when(reopen).then(reopened).thenState(new Referral.Accepted(ABOUT, Course.of("primary-care", "partner-one", List.of("debt"), AT)));
        given(received, new ReferralFact.Declined("no-capacity", AT)).when(reopen).then(reopened)
                .thenState(new Referral.AwaitingReply(ABOUT, Course.of("primary-care", "partner-one", List.of("debt"), AT), AT, false));
        given(received, accepted).when(reopen).thenRejected(NOT_ENDED);
    }

    @Test
    void a_referral_that_nobody_answers_is_chased_once_and_then_given_up() {
        var chased = new ReferralFact.Chased(day(7));
        given(received).when(new Chase(day(7))).then(chased);
        given(received).when(new GiveUp(day(28))).thenRejected(NOT_CHASED_YET);
        given(received, chased).when(new Chase(day(8))).thenRejected(ALREADY_CHASED);
        given(received, chased).when(new GiveUp(day(28))).then(new ReferralFact.Declined("nobody-answered", day(28)));
        given(received, accepted).when(new Chase(day(7))).thenRejected(NOT_AWAITING_REPLY);
        given(received, chased, accepted).when(new GiveUp(day(28))).thenRejected(NOT_AWAITING_REPLY);
    }

    @Test
    void what_was_entered_in_error_voids_all_that_came_before_and_nothing_follows() {
        var mistake = new EnterInError("wrong-person", List.of(OTHER), AT);
        var taken = new CorrectingFact.EnteredInError("wrong-person", List.of(OTHER), AT);
        given(received, accepted, allocated).when(mistake).then(taken).thenState(new Referral.EnteredInError(ABOUT, Course.of("primary-care", "partner-one", List.of("debt"), AT)));
        given(received, accepted, closed).when(mistake).then(taken);
        given(received, taken).when(new Accept(AT)).thenRejected(ENTERED_IN_ERROR);
        given(received, taken).when(new Reopen("came-back", AT)).thenRejected(ENTERED_IN_ERROR);
    }

    @Test
    void many_events_are_voided_a_hundred_at_a_time() {
        var ids = Stream.generate(() -> OTHER).limit(250).toList();
        var decision = decider().decide(new EnterInError("wrong-person", ids, AT), decider().fold(decider().initial(), List.of(received)));
        assertThat(decision).isInstanceOfSatisfying(Decision.Accepted.class, accepted -> assertThat(accepted.events()).hasSize(3));
    }

    @Test
    void take_up_is_followed_from_signposting_to_first_attendance_to_staying() {
        var signposted = new SupportFact.Signposted("group", "group-1", AT);
        var attended = new SupportFact.TakenUp("group", "group-1", TakeUp.FIRST_ATTENDED, AT);
        var first = new FollowUp("group", "group-1", TakeUp.FIRST_ATTENDED, AT);
        var sustained = new FollowUp("group", "group-1", TakeUp.SUSTAINED, AT);
        given(received, accepted, signposted).when(first).then(attended);
        given(received, accepted, signposted, closed).when(first).then(attended);
        given(received, accepted, signposted, attended).when(sustained).then(new SupportFact.TakenUp("group", "group-1", TakeUp.SUSTAINED, AT));
        given(received, accepted).when(first).thenRejected(NOT_SIGNPOSTED);
        given(received, accepted, signposted).when(sustained).thenRejected(NOT_ATTENDED_YET);
        given(received, accepted, signposted, attended).when(first).thenRejected(ALREADY_TAKEN_UP);
    }

    private static Instant day(int days) {
        return AT.plus(Duration.ofDays(days));
    }
}
