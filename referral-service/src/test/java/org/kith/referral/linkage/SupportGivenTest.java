package org.kith.referral.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.domain.SupportFact;

class SupportGivenTest {
    private static final Instant MARCH = Instant.parse("2026-03-31T22:30:00Z");
    private static final Instant APRIL = Instant.parse("2026-03-31T23:30:00Z");

    @Test
    void months_are_londons_and_what_was_done_is_counted_by_kind() {
        var given = new SupportGiven();
        given.add(new SupportFact.ContactHeld("w", "phone", 20, null, null, APRIL));
        given.add(new SupportFact.ContactHeld("w", "phone", 20, null, null, MARCH));
        given.add(new SupportFact.ContactHeld("w", "video", 20, null, null, APRIL));
        given.add(new SupportFact.Signposted("group", "g1", APRIL));
        given.add(new SupportFact.OnwardReferred(new UUID(0, 1), "advice", "bureau", true, null, APRIL));
        given.add(new SupportFact.ServiceUseReported(List.of("hospital", "general-practice"), APRIL));
        given.add(new SupportFact.ServiceUseReported(List.of("hospital"), APRIL));
        assertThat(given.contacts()).isEqualTo(Map.of("phone", 2, "video", 1));
        assertThat(given.signposted()).isEqualTo(Map.of("group", 1));
        assertThat(given.onward()).isEqualTo(Map.of("advice", 1));
        assertThat(given.uses()).containsExactly("general-practice", "hospital");
        assertThat(given.firstMonth()).isEqualTo("2026-03");
        assertThat(given.lastMonth()).isEqualTo("2026-04");
    }

    @Test
    void ends_as_the_latest_referral_did() {
        var given = new SupportGiven();
        assertThat(given.outcome()).isEqualTo("open");
        given.endedWith(new ReferralFact.Closed("goals-met", APRIL));
        assertThat(given.outcome()).isEqualTo("goals-met");
        given.endedWith(new ReferralFact.Disengaged("after-contact", "no-longer-wanted", APRIL));
        assertThat(given.outcome()).isEqualTo("disengaged");
        given.endedWith(null);
        assertThat(given.outcome()).isEqualTo("open");
    }
}
