package org.kith.referral.chasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.eventstore.CommandHandler;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.Referred;
import org.kith.referral.Rows;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.testsupport.RealKith;

/** What becomes of a referral that nobody answers. */
@QuarkusTest
@QuarkusTestResource(RealKith.class)
class ChasingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject ReferenceCopy copy;

    @Inject Rows rows;

    @Inject Unanswered unanswered;

    @Inject CommandHandler<ReferralCommand, Referral, ReferralFact> handler;

    @Inject ChasingSettings settings;

    private UUID referral = UUID.randomUUID();
    private Instant received = Instant.EPOCH;

    @BeforeEach
    void somebody_was_referred() {
        referral = Referred.somebody(copy);
        received = Instant.ofEpochMilli(referral.getMostSignificantBits() >>> 16);
    }

    @Test
    void nobody_is_chased_before_the_time() {
        look(settings.chaseAfter().minusMinutes(1));
        assertThat(happened()).containsExactly("referral.received", "consent.given");
    }

    @Test
    void it_is_chased_and_then_declined_each_once_and_dated_at_its_deadline_however_late_it_is_looked_for() {
        look(settings.chaseAfter().plusDays(3));
        look(settings.chaseAfter().plusDays(4));
        assertThat(happened()).containsExactly("referral.received", "consent.given", "referral.chased");
        look(settings.declineAfter().plusDays(2));
        look(settings.declineAfter().plusDays(3));
        assertThat(happened()).containsExactly("referral.received", "consent.given", "referral.chased", "referral.declined");
        assertThat(at("referral.chased")).isEqualTo(received.plus(settings.chaseAfter()));
        assertThat(at("referral.declined")).isEqualTo(received.plus(settings.declineAfter()));
        assertThat(rows.texts("SELECT data ->> 'reason' FROM event WHERE type = 'referral.declined' AND stream_id = 'referral-%s'".formatted(referral)))
                .containsExactly("nobody-answered");
        assertThat(rows.texts("SELECT phase FROM referral_progress WHERE referral = '%s'".formatted(referral))).containsExactly("declined");
    }

    @Test
    void after_a_long_standstill_both_are_made_up_for() {
        look(settings.declineAfter().plusDays(30));
        assertThat(happened()).containsExactly("referral.received", "consent.given", "referral.chased", "referral.declined");
    }

    /** By somebody who has just started, as after a restart: nothing is remembered but the events. */
    private void look(Duration later) {
        new Chasing(unanswered, handler, settings, Clock.systemUTC()).look(received.plus(later)).await().atMost(PATIENCE);
    }

    private java.util.List<String> happened() {
        return rows.texts("SELECT type FROM event WHERE stream_id = 'referral-%s' ORDER BY version".formatted(referral));
    }

    private Instant at(String type) {
        return Instant
                .parse(rows.texts("SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') FROM event WHERE type = '%s' AND stream_id = 'referral-%s'"
                        .formatted(type, referral)).getFirst());
    }
}
