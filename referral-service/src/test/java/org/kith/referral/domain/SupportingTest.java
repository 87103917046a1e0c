package org.kith.referral.domain;

import static org.kith.referral.domain.ReferralRejection.CLOSED;
import static org.kith.referral.domain.ReferralRejection.DISENGAGED;
import static org.kith.referral.domain.ReferralRejection.NOT_ACCEPTED;
import static org.kith.referral.domain.ReferralRejection.NOT_ALLOCATED;
import static org.kith.referral.domain.ReferralRejection.NO_SUCH_GOAL;
import static org.kith.referral.domain.ReferralRejection.NO_SUCH_ONWARD_REFERRAL;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.referral.domain.ReferralCommand.Close;
import org.kith.referral.domain.ReferralCommand.Consent;
import org.kith.referral.domain.ReferralCommand.Disengage;
import org.kith.referral.domain.SupportCommand.AgreeGoal;
import org.kith.referral.domain.SupportCommand.AnswerOnward;
import org.kith.referral.domain.SupportCommand.Assess;
import org.kith.referral.domain.SupportCommand.AttemptContact;
import org.kith.referral.domain.SupportCommand.CancelContact;
import org.kith.referral.domain.SupportCommand.GiveSupport;
import org.kith.referral.domain.SupportCommand.HoldContact;
import org.kith.referral.domain.SupportCommand.Item;
import org.kith.referral.domain.SupportCommand.MissContact;
import org.kith.referral.domain.SupportCommand.ReferOnward;
import org.kith.referral.domain.SupportCommand.ReportUnmetNeed;
import org.kith.referral.domain.SupportCommand.Represent;
import org.kith.referral.domain.SupportCommand.ReviewGoal;
import org.kith.testsupport.DeciderSpec;

class SupportingTest implements DeciderSpec<ReferralCommand, Referral, ReferralFact> {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final UUID MADE = UUID.fromString("0199aaaa-0000-7000-8000-000000000003");
    private static final UUID OTHER = UUID.fromString("0199aaaa-0000-7000-8000-000000000004");
    private static final Particulars ABOUT = new Particulars(
            UUID.fromString("0199aaaa-0000-7000-8000-000000000001"), UUID.fromString("0199aaaa-0000-7000-8000-000000000002"),
            "improving-lives", "locality-1", null);

    private final ReferralFact received = new ReferralFact.Received(
            ABOUT, "partner-one", "primary-care", List.of("debt"), new Characteristics("65-74", "female", "not-asked"), "rest", false, AT);
    private final ReferralFact accepted = new ReferralFact.Accepted(AT);
    private final ReferralFact allocated = new ReferralFact.Allocated("worker-1", AllocationBasis.AREA, null, AT);
    private final ReferralFact held = new SupportFact.ContactHeld("worker-1", "phone", 25, null, null, AT);
    private final ReferralFact onward = new SupportFact.OnwardReferred(MADE, "advice", "bureau", true, null, AT);

    @Override
    public Decider<ReferralCommand, Referral, ReferralFact> decider() {
        return new ReferralDecider();
    }

    @Test
    void any_of_the_three_conversations_may_come_first_and_come_again() {
        var three = new SupportFact.ContactHeld("worker-1", "phone", 25, "three", "health-challenges", AT);
        given(received, accepted, allocated).when(new HoldContact("phone", 25, "three", "health-challenges", AT)).then(three);
        given(received, accepted, allocated, three).when(new HoldContact("phone", 25, "three", "health-challenges", AT)).then(three);
        given(received, accepted, allocated, three)
                .when(new HoldContact("phone", 25, "one", null, AT))
                .then(new SupportFact.ContactHeld("worker-1", "phone", 25, "one", null, AT));
    }

    @Test
    void a_contact_that_did_not_come_to_be_is_recorded_and_does_not_count_as_held() {
        var course = Course.of("primary-care", "partner-one", List.of("debt"), AT);
        var open = given(received, accepted, allocated);
        open.when(new AttemptContact("phone", AT)).then(new SupportFact.ContactAttempted("worker-1", "phone", AT)).thenState(new Referral.Allocated(ABOUT, course, "worker-1", AT));
        open.when(new MissContact("phone", AT)).then(new SupportFact.ContactNotAttended("worker-1", "phone", AT)).thenState(new Referral.Allocated(ABOUT, course, "worker-1", AT));
        open.when(new CancelContact("phone", "person", AT)).then(new SupportFact.ContactCancelled("worker-1", "phone", "person", AT));
    }

    @Test
    void an_assessment_tells_each_item_of_information_with_where_it_came_from() {
        given(received, accepted, allocated)
                .when(new Assess("phone", List.of("housing"), true, "yes", "retired", List.of(new Item("employment", "referrer"), new Item("housing", "worker")), AT))
                .then(
                        new SupportFact.Assessed("worker-1", "phone", List.of("housing"), true, "yes", "retired", AT),
                        new SupportFact.ItemCollected("employment", "referrer", AT), new SupportFact.ItemCollected("housing", "worker", AT));
    }

    @Test
    void a_goal_that_was_agreed_can_be_reviewed_and_no_other() {
        var agreed = new SupportFact.GoalAgreed(MADE, "social", AT);
        given(received, accepted, allocated).when(new AgreeGoal(MADE, "social", AT)).then(agreed);
        given(received, accepted, allocated, agreed).when(new ReviewGoal(MADE, "met", AT)).then(new SupportFact.GoalReviewed(MADE, "met", AT));
        given(received, accepted, allocated, agreed).when(new ReviewGoal(OTHER, "met", AT)).thenRejected(NO_SUCH_GOAL);
    }

    @Test
    void support_needs_a_worker() {
        var coaching = new GiveSupport("one-to-one", "coaching", null, false, AT);
        given(received).when(coaching).thenRejected(NOT_ACCEPTED);
        given(received, accepted).when(coaching).thenRejected(NOT_ALLOCATED);
        given(received, accepted, allocated).when(coaching).then(new SupportFact.SupportGiven("one-to-one", "coaching", null, false, AT));
    }

    @Test
    void representing_somebody_keeps_how_they_agreed() {
        given(received, accepted, allocated)
                .when(new Represent("landlord", new Consent("verbal", AT), AT))
                .then(new SupportFact.Represented("worker-1", "landlord", "verbal", AT, AT));
    }

    @Test
    void an_onward_referral_is_answered_even_after_the_end_and_only_if_it_was_made() {
        var answer = new AnswerOnward(MADE, "accepted", AT);
        var answered = new SupportFact.OnwardAnswered(MADE, "accepted", AT);
        given(received, accepted).when(new ReferOnward(MADE, "advice", "bureau", true, null, AT)).then(onward);
        given(received, accepted, onward).when(answer).then(answered);
        given(received, accepted, onward, new ReferralFact.Closed("goals-met", AT)).when(answer).then(answered);
        given(received, accepted, onward, new ReferralFact.Disengaged("before-contact", "moved-away", AT)).when(answer).then(answered);
        given(received, accepted).when(answer).thenRejected(NO_SUCH_ONWARD_REFERRAL);
    }

    @Test
    void who_disengages_did_so_before_or_after_a_first_contact_and_then_nothing_more_is_done() {
        var disengage = new Disengage("moved-away", AT);
        given(received, accepted, allocated).when(disengage).then(new ReferralFact.Disengaged("before-contact", "moved-away", AT));
        given(received, accepted, allocated, held).when(disengage).then(new ReferralFact.Disengaged("after-contact", "moved-away", AT));
        given(received).when(disengage).thenRejected(NOT_ACCEPTED);
        var over = given(received, accepted, allocated, new ReferralFact.Disengaged("before-contact", "moved-away", AT));
        over.when(new ReportUnmetNeed("transport", AT)).thenRejected(DISENGAGED);
        over.when(disengage).thenRejected(DISENGAGED);
        given(received, accepted, new ReferralFact.Closed("goals-met", AT)).when(new Close("goals-met", AT)).thenRejected(CLOSED);
    }

    @Test
    void a_referral_is_in_support_from_the_first_contact_on() {
        given(received, accepted, allocated, held)
                .thenState(new Referral.Allocated(ABOUT, Course.of("primary-care", "partner-one", List.of("debt"), AT).and((SupportFact) held), "worker-1", AT));
    }
}
