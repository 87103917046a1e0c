package org.kith.referral.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.events.ReferralEvent;
import org.kith.referral.domain.AllocationBasis;
import org.kith.referral.domain.Characteristics;
import org.kith.referral.domain.Particulars;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralDecider;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.domain.ConsentFact;
import org.kith.referral.domain.CorrectingFact;
import org.kith.referral.domain.Deprivation;
import org.kith.referral.domain.SupportFact;
import org.kith.referral.domain.TakeUp;
import org.kith.referral.domain.WaitingFact;

/** One sample of every fact as it was ever stored, which today's code must read; and what the world is told of each. */
class StoredFactsTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final String REFERRAL = "0199aaaa-0000-7000-8000-000000000001";
    private static final String PERSON = "0199aaaa-0000-7000-8000-000000000002";
    private static final UUID MADE = UUID.fromString("0199aaaa-0000-7000-8000-000000000003");
    private static final Particulars ABOUT = new Particulars(UUID.fromString(REFERRAL), UUID.fromString(PERSON), "norfolk-living-well", "coastal", "KITH-NLW-07");

    /** @param version in which it was stored; what is not the current one is read and no longer written */
    private record Sample(String type, int version, String json, ReferralFact fact, ReferralEvent told) {
        Sample(String type, String json, ReferralFact fact, ReferralEvent told) {
            this(type, 1, json, fact, told);
        }
    }

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "referral.received",
                    """
                    {"particulars":{"referral":"%s","person":"%s","programme":"norfolk-living-well","area":"coastal","practice":"KITH-NLW-07"},\
                    "organisation":"partner-one","source":"primary-care","reasons":["debt"],\
                    "characteristics":{"ageBand":"65-74","gender":"female","ethnicity":"not-asked"},\
                    "door":"rest","safeguarding":false,"occurredAt":"2026-03-02T09:30:00Z"}""".formatted(REFERRAL, PERSON),
                    new ReferralFact.Received(
                            ABOUT, "partner-one", "primary-care", List.of("debt"), new Characteristics("65-74", "female", "not-asked"), "rest", false, AT),
                    new ReferralEvent.ReferralReceived(
                            REFERRAL, PERSON, "primary-care", "KITH-NLW-07", List.of("debt"), "65-74", "female", "not-asked", "rest")),
            new Sample(
                    "referral.received", 2,
                    """
                    {"particulars":{"referral":"%s","person":"%s","programme":"norfolk-living-well","area":"coastal","practice":"KITH-NLW-07"},\
                    "organisation":"partner-one","source":"primary-care","reasons":["debt"],\
                    "characteristics":{"ageBand":"65-74","gender":"female","ethnicity":"not-asked",\
                    "deprivation":{"index":"simd-2020v2","decile":"3","councilArea":"s12000050"}},\
                    "door":"rest","safeguarding":false,"occurredAt":"2026-03-02T09:30:00Z"}""".formatted(REFERRAL, PERSON),
                    new ReferralFact.Received(
                            ABOUT, "partner-one", "primary-care", List.of("debt"),
                            new Characteristics("65-74", "female", "not-asked", new Deprivation("simd-2020v2", "3", "s12000050")), "rest", false, AT),
                    new ReferralEvent.ReferralReceived(
                            REFERRAL, PERSON, "primary-care", "KITH-NLW-07", List.of("debt"), "65-74", "female", "not-asked", "rest",
                            "simd-2020v2", "3", "2", "s12000050")),
            new Sample(
                    "consent.given", "{\"how\":\"verbal\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ConsentFact.Given("verbal", null, null, null, AT), new ReferralEvent.ConsentGiven(REFERRAL, PERSON, "verbal", null, null)),
            new Sample(
                    "consent.given", 2,
                    "{\"how\":\"written\",\"purpose\":\"share-with\",\"recipient\":\"group-1\",\"by\":\"parent\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ConsentFact.Given("written", "share-with", "group-1", "parent", AT),
                    new ReferralEvent.ConsentGiven(REFERRAL, PERSON, "written", "share-with", "group-1")),
            new Sample(
                    "consent.withdrawn", "{\"how\":\"verbal\",\"purpose\":\"tell-referrer\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ConsentFact.Withdrawn("verbal", "tell-referrer", null, null, AT),
                    new ReferralEvent.ConsentWithdrawn(REFERRAL, PERSON, "verbal", "tell-referrer", null)),
            new Sample(
                    "referral.accepted", "{\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Accepted(AT), new ReferralEvent.ReferralAccepted(REFERRAL, PERSON)),
            new Sample(
                    "referral.chased", "{\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Chased(AT), new ReferralEvent.ReferralChased(REFERRAL, PERSON)),
            new Sample(
                    "referral.declined", "{\"reason\":\"no-capacity\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Declined("no-capacity", AT), new ReferralEvent.ReferralDeclined(REFERRAL, PERSON, "no-capacity")),
            new Sample(
                    "referral.allocated", "{\"worker\":\"worker-1\",\"basis\":\"PRACTICE_CLUSTER\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Allocated("worker-1", AllocationBasis.PRACTICE_CLUSTER, null, AT),
                    new ReferralEvent.ReferralAllocated(REFERRAL, PERSON, "worker-1", "coastal", "practice-cluster", null)),
            new Sample(
                    "referral.allocated", "{\"worker\":\"worker-2\",\"basis\":\"OVERRIDE\",\"reason\":\"workload\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Allocated("worker-2", AllocationBasis.OVERRIDE, "workload", AT),
                    new ReferralEvent.ReferralAllocated(REFERRAL, PERSON, "worker-2", "coastal", "override", "workload")),
            new Sample(
                    "contact.held", "{\"worker\":\"worker-2\",\"mode\":\"phone\",\"minutes\":25,\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.ContactHeld("worker-2", "phone", 25, null, null, AT),
                    new ReferralEvent.ContactHeld(REFERRAL, PERSON, "worker-2", "phone", 25, null, null)),
            new Sample(
                    "contact.held", 2,
                    "{\"worker\":\"worker-2\",\"mode\":\"phone\",\"minutes\":25,\"conversation\":\"two\",\"cohort\":\"health-challenges\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.ContactHeld("worker-2", "phone", 25, "two", "health-challenges", AT),
                    new ReferralEvent.ContactHeld(REFERRAL, PERSON, "worker-2", "phone", 25, "two", "health-challenges")),
            new Sample(
                    "person.signposted", "{\"kind\":\"group\",\"destination\":\"group-1\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.Signposted("group", "group-1", AT), new ReferralEvent.PersonSignposted(REFERRAL, PERSON, "group", "group-1")),
            new Sample(
                    "contact.attempted", "{\"worker\":\"worker-2\",\"mode\":\"phone\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.ContactAttempted("worker-2", "phone", AT), new ReferralEvent.ContactAttempted(REFERRAL, PERSON, "worker-2", "phone")),
            new Sample(
                    "contact.not-attended", "{\"worker\":\"worker-2\",\"mode\":\"phone\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.ContactNotAttended("worker-2", "phone", AT), new ReferralEvent.ContactNotAttended(REFERRAL, PERSON, "worker-2", "phone")),
            new Sample(
                    "contact.cancelled", "{\"worker\":\"worker-2\",\"mode\":\"phone\",\"cancelledBy\":\"person\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.ContactCancelled("worker-2", "phone", "person", AT), new ReferralEvent.ContactCancelled(REFERRAL, PERSON, "worker-2", "phone", "person")),
            new Sample(
                    "person.assessed",
                    "{\"worker\":\"worker-2\",\"mode\":\"phone\",\"needs\":[\"housing\"],\"family\":true,\"disability\":\"yes\",\"employment\":\"retired\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.Assessed("worker-2", "phone", List.of("housing"), true, "yes", "retired", AT),
                    new ReferralEvent.PersonAssessed(REFERRAL, PERSON, "worker-2", "phone", List.of("housing"), true, "yes", "retired")),
            new Sample(
                    "data-item.collected", "{\"item\":\"employment\",\"collectedFrom\":\"worker\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.ItemCollected("employment", "worker", AT), new ReferralEvent.DataItemCollected(REFERRAL, PERSON, "employment", "worker")),
            new Sample(
                    "goal.agreed", "{\"goal\":\"0199aaaa-0000-7000-8000-000000000003\",\"kind\":\"social\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.GoalAgreed(MADE, "social", AT), new ReferralEvent.GoalAgreed(REFERRAL, PERSON, MADE.toString(), "social")),
            new Sample(
                    "goal.reviewed", "{\"goal\":\"0199aaaa-0000-7000-8000-000000000003\",\"result\":\"met\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.GoalReviewed(MADE, "met", AT), new ReferralEvent.GoalReviewed(REFERRAL, PERSON, MADE.toString(), "met")),
            new Sample(
                    "support.given", "{\"strand\":\"healthy-living\",\"kind\":\"activity\",\"theme\":\"good-sleep\",\"carer\":true,\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.SupportGiven("healthy-living", "activity", "good-sleep", true, AT),
                    new ReferralEvent.SupportGiven(REFERRAL, PERSON, "activity", "healthy-living", "good-sleep", true)),
            new Sample(
                    "onward-referral.made",
                    "{\"onward\":\"0199aaaa-0000-7000-8000-000000000003\",\"kind\":\"befriending\",\"destination\":\"group-2\",\"formal\":false,\"from\":\"group-1\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.OnwardReferred(MADE, "befriending", "group-2", false, "group-1", AT),
                    new ReferralEvent.OnwardReferralMade(REFERRAL, PERSON, MADE.toString(), "befriending", "group-2", false, "group-1")),
            new Sample(
                    "onward-referral.answered", "{\"onward\":\"0199aaaa-0000-7000-8000-000000000003\",\"reply\":\"accepted\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.OnwardAnswered(MADE, "accepted", AT), new ReferralEvent.OnwardReferralAnswered(REFERRAL, PERSON, MADE.toString(), "befriending", "accepted")),
            new Sample(
                    "person.represented",
                    "{\"worker\":\"worker-2\",\"thirdParty\":\"landlord\",\"consentHow\":\"verbal\",\"consentAt\":\"2026-03-02T09:30:00Z\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.Represented("worker-2", "landlord", "verbal", AT, AT), new ReferralEvent.PersonRepresented(REFERRAL, PERSON, "worker-2", "landlord")),
            new Sample(
                    "person.accompanied", "{\"worker\":\"worker-2\",\"destination\":\"group-1\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.Accompanied("worker-2", "group-1", AT), new ReferralEvent.PersonAccompanied(REFERRAL, PERSON, "worker-2", "group-1")),
            new Sample(
                    "need.unmet", "{\"need\":\"transport\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.NeedUnmet("transport", AT), new ReferralEvent.NeedUnmet(REFERRAL, PERSON, "transport")),
            new Sample(
                    "service-use.reported", "{\"uses\":[\"general-practice\",\"hospital\"],\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.ServiceUseReported(List.of("general-practice", "hospital"), AT),
                    new ReferralEvent.ServiceUseReported(REFERRAL, PERSON, List.of("general-practice", "hospital"))),
            new Sample(
                    "person.disengaged", "{\"stage\":\"after-contact\",\"reason\":\"no-longer-wanted\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Disengaged("after-contact", "no-longer-wanted", AT),
                    new ReferralEvent.PersonDisengaged(REFERRAL, PERSON, "after-contact", "no-longer-wanted")),
            new Sample(
                    "signposting.taken-up", "{\"kind\":\"group\",\"destination\":\"group-1\",\"stage\":\"FIRST_ATTENDED\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.TakenUp("group", "group-1", TakeUp.FIRST_ATTENDED, AT),
                    new ReferralEvent.SignpostingTakenUp(REFERRAL, PERSON, "group", "group-1", "first-attended", "primary-care")),
            new Sample(
                    "signposting.not-taken-up", "{\"kind\":\"group\",\"destination\":\"group-1\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new SupportFact.NotTakenUp("group", "group-1", AT),
                    new ReferralEvent.SignpostingNotTakenUp(REFERRAL, PERSON, "group", "group-1", "primary-care")),
            new Sample(
                    "waiting.started", "{\"reason\":\"no-capacity\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new WaitingFact.WaitingStarted("no-capacity", AT), new ReferralEvent.WaitingStarted(REFERRAL, PERSON, "no-capacity")),
            new Sample(
                    "waiting.paused", "{\"reason\":\"away\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new WaitingFact.WaitingPaused("away", AT), new ReferralEvent.WaitingPaused(REFERRAL, PERSON, "away")),
            new Sample(
                    "waiting.resumed", "{\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new WaitingFact.WaitingResumed(AT), new ReferralEvent.WaitingResumed(REFERRAL, PERSON)),
            new Sample(
                    "waiting.ended", "{\"because\":\"allocated\",\"days\":12,\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new WaitingFact.WaitingEnded("allocated", 12, AT), new ReferralEvent.WaitingEnded(REFERRAL, PERSON, "allocated", 12)),
            new Sample(
                    "duplicate.suspected", "{\"of\":\"0199aaaa-0000-7000-8000-000000000003\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new CorrectingFact.DuplicateSuspected(MADE, AT), new ReferralEvent.DuplicateSuspected(REFERRAL, PERSON, MADE.toString())),
            new Sample(
                    "duplicate.confirmed", "{\"of\":\"0199aaaa-0000-7000-8000-000000000003\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new CorrectingFact.DuplicateConfirmed(MADE, AT), new ReferralEvent.DuplicateConfirmed(REFERRAL, PERSON, MADE.toString())),
            new Sample(
                    "duplicate.dismissed", "{\"of\":\"0199aaaa-0000-7000-8000-000000000003\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new CorrectingFact.DuplicateDismissed(MADE, AT), new ReferralEvent.DuplicateDismissed(REFERRAL, PERSON, MADE.toString())),
            new Sample(
                    "referral.reopened", "{\"reason\":\"came-back\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new CorrectingFact.Reopened("came-back", AT), new ReferralEvent.ReferralReopened(REFERRAL, PERSON, "came-back")),
            new Sample(
                    "referral.closed", "{\"outcome\":\"goals-met\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Closed("goals-met", AT), new ReferralEvent.ReferralClosed(REFERRAL, PERSON, "goals-met")),
            new Sample(
                    "referral.cancelled", "{\"reason\":\"no-longer-needed\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Cancelled("no-longer-needed", AT), new ReferralEvent.ReferralCancelled(REFERRAL, PERSON, "no-longer-needed")),
            new Sample(
                    "referral.entered-in-error", "{\"reason\":\"wrong-person\",\"voids\":[\"0199aaaa-0000-7000-8000-000000000003\"],\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new CorrectingFact.EnteredInError("wrong-person", List.of(MADE), AT), new ReferralEvent.ReferralEnteredInError(REFERRAL, PERSON, "wrong-person")));

    private final ReferralFamily family = new ReferralFamily();

    @Test
    void todays_code_reads_and_writes_every_fact_as_it_was_stored() {
        for (var sample : SAMPLES) {
            assertThat(family.codec().decode(sample.type(), sample.version(), sample.json())).isEqualTo(sample.fact());
            var written = family.codec().encode(sample.fact());
            assertThat(written.type()).isEqualTo(sample.type());
            if (written.version() == sample.version()) assertThat(written.data()).isEqualTo(sample.json());
        }
    }

    @Test
    void every_fact_has_a_sample_of_the_version_that_is_written_now() {
        assertThat(SAMPLES.stream().filter(sample -> family.codec().encode(sample.fact()).version() == sample.version()).map(sample -> sample.fact().getClass()).distinct())
                .hasSameSizeAs(facts(ReferralFact.class));
    }

    private static List<Class<?>> facts(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses()).flatMap(one -> one.isSealed() ? facts(one).stream() : Stream.of(one)).toList();
    }

    @Test
    void the_world_is_told_each_fact_with_its_programme_and_area() {
        var decider = new ReferralDecider();
        var history = new ArrayList<ReferralFact>();
        for (var sample : SAMPLES) {
            history.add(sample.fact());
            Referral state = decider.fold(decider.initial(), history);
            var told = family.publish(REFERRAL, state, sample.fact()).orElseThrow();
            assertThat(told.event()).isEqualTo(sample.told());
            assertThat(told.programmes()).containsExactly("norfolk-living-well");
            assertThat(told.area()).isEqualTo("coastal");
            assertThat(told.voids()).isEqualTo(sample.fact() instanceof CorrectingFact.EnteredInError error ? error.voids() : List.of());
        }
    }
}
