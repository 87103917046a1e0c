package org.kith.directory.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.directory.partners.domain.Access;
import org.kith.directory.partners.domain.Credentials;
import org.kith.directory.partners.domain.Partner;
import org.kith.directory.partners.domain.PartnerCommand;
import org.kith.directory.partners.domain.PartnerCommand.Onboard;
import org.kith.directory.partners.domain.PartnerCommand.Resume;
import org.kith.directory.partners.domain.PartnerCommand.Rotate;
import org.kith.directory.partners.domain.PartnerCommand.Suspend;
import org.kith.directory.partners.domain.PartnerDecider;
import org.kith.directory.partners.domain.PartnerDetails;
import org.kith.directory.partners.domain.PartnerFact;
import org.kith.directory.partners.domain.PartnerKind;
import org.kith.directory.partners.domain.PartnerRejection;
import org.kith.testsupport.DeciderSpec;

class PartnerDeciderTest implements DeciderSpec<PartnerCommand, Partner, PartnerFact> {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = Instant.parse("2026-03-03T09:30:00Z");
    private static final PartnerDetails DETAILS = new PartnerDetails(
            "p1", PartnerKind.SYSTEM, "Example Care", "example-care", List.of(new Access("clics", List.of("CP4"))));
    private static final PartnerFact ONBOARDED = new PartnerFact.Onboarded(DETAILS, AT);
    private static final PartnerFact SUSPENDED = new PartnerFact.Suspended("secret-leaked", AT);

    @Override
    public Decider<PartnerCommand, Partner, PartnerFact> decider() {
        return new PartnerDecider();
    }

    @Test
    void is_onboarded_once() {
        given().when(new Onboard(DETAILS, AT)).then(ONBOARDED);
        given(ONBOARDED).when(new Onboard(DETAILS, AT)).thenRejected(PartnerRejection.ALREADY_ONBOARDED);
    }

    @Test
    void is_suspended_and_resumed() {
        given(ONBOARDED).when(new Suspend("secret-leaked", AT)).then(SUSPENDED).thenState(new Partner.Suspended(DETAILS, new Credentials(1, null), "secret-leaked"));
        given(ONBOARDED, SUSPENDED).when(new Suspend("other", AT)).thenRejected(PartnerRejection.ALREADY_SUSPENDED);
        given(ONBOARDED, SUSPENDED).when(new Resume(LATER)).then(new PartnerFact.Resumed(LATER)).thenState(new Partner.Active(DETAILS, new Credentials(1, null)));
        given(ONBOARDED).when(new Resume(AT)).thenRejected(PartnerRejection.NOT_SUSPENDED);
    }

    @Test
    void a_leaked_secret_is_replaced_while_the_partner_is_suspended() {
        given(ONBOARDED, SUSPENDED).when(new Rotate(AT, AT)).then(new PartnerFact.Rotated(2, AT, AT))
                .thenState(new Partner.Suspended(DETAILS, new Credentials(2, AT), "secret-leaked"));
    }

    @Test
    void each_rotation_counts_on() {
        given(ONBOARDED, new PartnerFact.Rotated(2, AT, AT)).when(new Rotate(LATER, AT)).then(new PartnerFact.Rotated(3, LATER, AT));
    }

    @Test
    void nothing_can_be_done_about_nobody() {
        for (var command : List.of(new Suspend("other", AT), new Resume(AT), new Rotate(AT, AT)))
            given().when(command).thenRejected(PartnerRejection.UNKNOWN);
    }

    @Test
    void todays_code_reads_and_writes_every_fact_as_it_was_stored() {
        var stored = List.of(
                List.of("partner.onboarded", "{\"details\":{\"partner\":\"p1\",\"kind\":\"SYSTEM\",\"name\":\"Example Care\",\"code\":\"example-care\","
                        + "\"access\":[{\"programme\":\"clics\",\"areas\":[\"CP4\"]}]},\"occurredAt\":\"2026-03-02T09:30:00Z\"}"),
                List.of("partner.suspended", "{\"reason\":\"secret-leaked\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}"),
                List.of("partner.resumed", "{\"occurredAt\":\"2026-03-02T09:30:00Z\"}"),
                List.of("partner.credentials-rotated", "{\"generation\":2,\"previousUntil\":\"2026-03-03T09:30:00Z\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}"));
        var codec = new Partners().codec();
        for (var sample : stored) assertThat(codec.encode(codec.decode(sample.getFirst(), 1, sample.getLast())).data()).isEqualTo(sample.getLast());
    }
}
