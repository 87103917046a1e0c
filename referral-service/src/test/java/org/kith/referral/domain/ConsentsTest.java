package org.kith.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentsTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void whom_somebody_was_referred_with_consent_for_may_be_told_until_they_say_otherwise() {
        assertThat(Consents.AS_REFERRED.allow(Consents.TELL_REFERRER, null)).isTrue();
        assertThat(Consents.AS_REFERRED.and(withdrawn(Consents.TELL_REFERRER, null)).allow(Consents.TELL_REFERRER, null)).isFalse();
        assertThat(Consents.AS_REFERRED.and(withdrawn(Consents.TELL_REFERRER, null)).allow(Consents.SHARE, "group-1")).isTrue();
    }

    @Test
    void a_no_to_one_recipient_is_a_no_to_nobody_else() {
        var consents = Consents.AS_REFERRED.and(withdrawn(Consents.SHARE, "group-1"));
        assertThat(consents.allow(Consents.SHARE, "group-1")).isFalse();
        assertThat(consents.allow(Consents.SHARE, "group-2")).isTrue();
        assertThat(consents.and(given(Consents.SHARE, null)).allow(Consents.SHARE, "group-1")).isFalse();
    }

    @Test
    void a_no_to_all_is_a_no_to_whatever_was_agreed_before_and_to_nothing_agreed_since() {
        var consents = Consents.AS_REFERRED.and(given(Consents.SHARE, "group-1")).and(withdrawn(null, null));
        assertThat(consents.allow(Consents.SHARE, "group-1")).isFalse();
        assertThat(consents.allow(Consents.TELL_REFERRER, null)).isFalse();
        assertThat(consents.and(given(Consents.TELL_REFERRER, null)).allow(Consents.TELL_REFERRER, null)).isTrue();
        assertThat(consents.and(given(Consents.TELL_REFERRER, null)).allow(Consents.SHARE, "group-1")).isFalse();
    }

    private static ConsentFact given(String purpose, String recipient) {
        return new ConsentFact.Given("verbal", purpose, recipient, null, AT);
    }

    private static ConsentFact withdrawn(String purpose, String recipient) {
        return new ConsentFact.Withdrawn("verbal", purpose, recipient, null, AT);
    }
}
