package org.kith.referral.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.events.ReferralEvent;
import org.kith.referral.domain.AllocationBasis;
import org.kith.referral.domain.Characteristics;
import org.kith.referral.domain.Particulars;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralDecider;
import org.kith.referral.domain.ReferralFact;

/** One sample of every fact as it was ever stored, which today's code must read; and what the world is told of each. */
class StoredFactsTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final String REFERRAL = "0199aaaa-0000-7000-8000-000000000001";
    private static final String PERSON = "0199aaaa-0000-7000-8000-000000000002";
    private static final Particulars ABOUT = new Particulars(UUID.fromString(REFERRAL), UUID.fromString(PERSON), "norfolk-living-well", "coastal", "KITH-NLW-07");

    private record Sample(String type, String json, ReferralFact fact, ReferralEvent told) {}

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
                    "consent.given", "{\"how\":\"verbal\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.ConsentGiven("verbal", AT), new ReferralEvent.ConsentGiven(REFERRAL, PERSON, "verbal")),
            new Sample(
                    "referral.accepted", "{\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Accepted(AT), new ReferralEvent.ReferralAccepted(REFERRAL, PERSON)),
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
                    new ReferralFact.ContactHeld("worker-2", "phone", 25, AT), new ReferralEvent.ContactHeld(REFERRAL, PERSON, "worker-2", "phone", 25)),
            new Sample(
                    "person.signposted", "{\"kind\":\"group\",\"destination\":\"group-1\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Signposted("group", "group-1", AT), new ReferralEvent.PersonSignposted(REFERRAL, PERSON, "group", "group-1")),
            new Sample(
                    "referral.closed", "{\"outcome\":\"goals-met\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}",
                    new ReferralFact.Closed("goals-met", AT), new ReferralEvent.ReferralClosed(REFERRAL, PERSON, "goals-met")));

    private final ReferralFamily family = new ReferralFamily();

    @Test
    void todays_code_reads_and_writes_every_fact_as_it_was_stored() {
        for (var sample : SAMPLES) {
            assertThat(family.codec().decode(sample.type(), 1, sample.json())).isEqualTo(sample.fact());
            var written = family.codec().encode(sample.fact());
            assertThat(written.type()).isEqualTo(sample.type());
            assertThat(written.version()).isEqualTo(1);
            assertThat(written.data()).isEqualTo(sample.json());
        }
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
        }
    }
}
