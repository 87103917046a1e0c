package org.kith.referral.domain;

import static org.kith.referral.domain.ReferralRejection.CANCELLED;
import static org.kith.referral.domain.ReferralRejection.CLOSED;
import static org.kith.referral.domain.ReferralRejection.DECLINED;
import static org.kith.referral.domain.ReferralRejection.ENTERED_IN_ERROR;
import static org.kith.referral.domain.ReferralRejection.NOT_RECEIVED;
import static org.kith.referral.domain.ReferralRejection.REFERRER_NOT_TOLD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.referral.domain.ReferralCommand.Accept;
import org.kith.referral.domain.ReferralCommand.Cancel;
import org.kith.referral.domain.ReferralCommand.Chase;
import org.kith.referral.domain.ReferralCommand.EnterInError;
import org.kith.referral.domain.ReferralCommand.Reopen;
import org.kith.testsupport.DeciderSpec;

/** Who referred takes a referral back. */
class CancellingTest implements DeciderSpec<ReferralCommand, Referral, ReferralFact> {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = AT.plus(Duration.ofDays(9));
    private static final Particulars ABOUT = new Particulars(
            UUID.fromString("0199aaaa-0000-7000-8000-000000000001"), UUID.fromString("0199aaaa-0000-7000-8000-000000000002"),
            "improving-lives", "locality-1", null);
    private static final Course COURSE = Course.of("primary-care", "partner-one", List.of("debt"), AT);
    private static final Cancel CANCEL = new Cancel("no-longer-needed", LATER);

    private final ReferralFact received = new ReferralFact.Received(
            ABOUT, "partner-one", "primary-care", List.of("debt"), new Characteristics("65-74", "female", "not-asked"), "rest", false, AT);
    private final ReferralFact accepted = new ReferralFact.Accepted(AT);
    private final ReferralFact waits = new WaitingFact.WaitingStarted("no-capacity", AT);
    private final ReferralFact allocated = new ReferralFact.Allocated("worker-1", AllocationBasis.AREA, null, AT);
    private final ReferralFact held = new SupportFact.ContactHeld("worker-1", "phone", 25, null, null, AT);
    private final ReferralFact cancelled = new ReferralFact.Cancelled("no-longer-needed", LATER);

    @Override
    public Decider<ReferralCommand, Referral, ReferralFact> decider() {
        return new ReferralDecider();
    }

    @Test
    void a_referral_can_be_taken_back_until_it_has_ended_however_far_it_has_come() {
        given(received).when(CANCEL).then(cancelled).thenState(new Referral.Cancelled(ABOUT, COURSE));
        given(received, accepted).when(CANCEL).then(cancelled);
        given(received, accepted, allocated).when(CANCEL).then(cancelled);
        given(received, accepted, allocated, held).when(CANCEL).then(cancelled);
        given().when(CANCEL).thenRejected(NOT_RECEIVED);
        given(received, new ReferralFact.Declined("no-capacity", AT)).when(CANCEL).thenRejected(DECLINED);
        given(received, accepted, new ReferralFact.Closed("goals-met", AT)).when(CANCEL).thenRejected(CLOSED);
        given(received, cancelled).when(CANCEL).thenRejected(CANCELLED);
        given(received, new CorrectingFact.EnteredInError("duplicate", List.of(), AT)).when(CANCEL).thenRejected(ENTERED_IN_ERROR);
    }

    @Test
    void the_waiting_clock_stops_with_it() {
        given(received, accepted, waits).when(CANCEL).then(new WaitingFact.WaitingEnded("cancelled", 9, LATER), cancelled).thenState(new Referral.Cancelled(ABOUT, COURSE));
    }

    @Test
    void nobody_is_chased_and_nothing_is_done_any_more() {
        given(received, cancelled).when(new Chase(LATER)).thenRejected(CANCELLED);
        given(received, cancelled).when(new Accept(LATER)).thenRejected(CANCELLED);
        given(received, accepted, allocated, cancelled).when(new SupportCommand.AttemptContact("phone", LATER)).thenRejected(CANCELLED);
    }

    @Test
    void who_is_to_be_told_no_more_learns_nothing_by_taking_it_back() {
        var quiet = new ConsentFact.Withdrawn("verbal", Consents.TELL_REFERRER, null, null, AT);
        given(received, quiet).when(CANCEL).thenRejected(REFERRER_NOT_TOLD);
        given(received, quiet, new ReferralFact.Declined("no-capacity", AT)).when(CANCEL).thenRejected(REFERRER_NOT_TOLD);
    }

    @Test
    void what_was_taken_back_awaits_its_reply_again_once_reopened_or_is_entered_in_error() {
        var reopened = new CorrectingFact.Reopened("came-back", LATER);
        given(received, accepted, allocated, cancelled).when(new Reopen("came-back", LATER)).then(reopened).thenState(new Referral.AwaitingReply(ABOUT, COURSE, LATER, false));
        var event = new UUID(0, 7);
        given(received, cancelled).when(new EnterInError("duplicate", List.of(event), LATER)).then(new CorrectingFact.EnteredInError("duplicate", List.of(event), LATER));
    }
}
