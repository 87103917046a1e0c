package org.kith.referral.outreach.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.events.ReferralEvent;
import org.kith.referral.outreach.domain.Content;
import org.kith.referral.outreach.domain.OutreachDecider;
import org.kith.referral.outreach.domain.OutreachFact;
import org.kith.referral.outreach.domain.Where;

/** One sample of every fact as it was ever stored, which today's code must read; and what the world is told of each. */
class OutreachFamilyTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final String ENTRY = "0199aaaa-0000-7000-8000-000000000001";
    private static final String PERSON = "0199aaaa-0000-7000-8000-000000000002";
    private static final UUID VOIDED = UUID.fromString("0199aaaa-0000-7000-8000-000000000003");
    private static final Where WHERE = new Where(UUID.fromString(ENTRY), "clics", "CP4", "kith-host");
    private static final String WHERE_JSON = "\"where\":{\"entry\":\"" + ENTRY + "\",\"programme\":\"clics\",\"area\":\"CP4\",\"provider\":\"kith-host\"}";
    private static final String AT_JSON = "\"occurredAt\":\"2026-03-02T09:30:00Z\"";

    private record Sample(String type, String json, OutreachFact fact, ReferralEvent told) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "first-contact-form.completed",
                    """
                    {%s,"content":{"setting":"street","uses":["library"],"gaps":["transport"],"ageBand":"65-74","gender":"female",\
                    "ethnicity":"not-asked","disability":"not-asked"},"person":"%s",%s}""".formatted(WHERE_JSON, PERSON, AT_JSON),
                    new OutreachFact.FormCompleted(
                            WHERE,
                            new Content.FirstContact("street", List.of("library"), List.of("transport"), "65-74", "female", "not-asked", "not-asked"),
                            UUID.fromString(PERSON), AT),
                    new ReferralEvent.FirstContactFormCompleted(
                            ENTRY, PERSON, "street", List.of("library"), List.of("transport"), "65-74", "female", "not-asked", "not-asked")),
            new Sample(
                    "gap.noticed", "{\"gap\":\"transport\"," + AT_JSON + "}", new OutreachFact.GapNoticed("transport", AT),
                    new ReferralEvent.GapNoticed("transport", "first-contact-form", ENTRY)),
            new Sample(
                    "outreach.entered-in-error", "{\"reason\":\"duplicate\",\"voids\":[\"" + VOIDED + "\"]," + AT_JSON + "}",
                    new OutreachFact.EnteredInError("duplicate", List.of(VOIDED), AT),
                    new ReferralEvent.OutreachEnteredInError(ENTRY, "first-contact-form", "duplicate")),
            new Sample(
                    "enquiry.answered",
                    """
                    {%s,"content":{"channel":"drop-in","nature":"initial","topic":"carers","uses":[],"gaps":[],"people":3},%s}"""
                            .formatted(WHERE_JSON, AT_JSON),
                    new OutreachFact.EnquiryAnswered(WHERE, new Content.Enquiry("drop-in", "initial", "carers", null, List.of(), List.of(), 3), AT),
                    new ReferralEvent.EnquiryAnswered(ENTRY, "drop-in", "initial", "carers", null, List.of(), List.of(), 3)),
            new Sample(
                    "guide.published",
                    "{%s,\"content\":{\"what\":\"guide\",\"format\":\"leaflet\",\"topic\":\"carers\"},%s}".formatted(WHERE_JSON, AT_JSON),
                    new OutreachFact.GuidePublished(WHERE, new Content.Guide("guide", "leaflet", "carers"), AT),
                    new ReferralEvent.GuidePublished(ENTRY, "guide", "leaflet", "carers")));

    private final OutreachFamily family = new OutreachFamily();

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
    void the_world_is_told_each_fact_with_its_programme_area_and_provider() {
        var decider = new OutreachDecider();
        var state = decider.initial();
        for (var sample : SAMPLES) {
            state = decider.evolve(state, sample.fact());
            var told = family.publish(ENTRY, state, sample.fact()).orElseThrow();
            assertThat(told.event()).isEqualTo(sample.told());
            assertThat(told.programmes()).containsExactly("clics");
            assertThat(told.area()).isEqualTo("CP4");
            assertThat(told.provider()).isEqualTo("kith-host");
            assertThat(told.voids()).isEqualTo(sample.fact() instanceof OutreachFact.EnteredInError ? List.of(VOIDED) : List.of());
        }
    }
}
