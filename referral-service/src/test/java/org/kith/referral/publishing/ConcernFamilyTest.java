package org.kith.referral.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.referral.safeguarding.domain.Concern;
import org.kith.referral.safeguarding.domain.ConcernDecider;
import org.kith.referral.safeguarding.domain.ConcernFact;

/** Every fact of a concern as it was ever stored, and that the world is told nothing of whom it is about. */
class ConcernFamilyTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final Concern.About ABOUT = new Concern.About(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), "norfolk-living-well", "fens");
    private static final Map<String, ConcernFact> STORED = new LinkedHashMap<>();

    static {
        STORED.put("""
                {"about":{"concern":"00000000-0000-0000-0000-000000000001","referral":"00000000-0000-0000-0000-000000000002",\
                "person":"00000000-0000-0000-0000-000000000003","programme":"norfolk-living-well","area":"fens"},\
                "kind":"neglect","by":"worker-1","occurredAt":"2026-03-02T09:30:00Z"}""", new ConcernFact.Raised(ABOUT, "neglect", "worker-1", AT));
        STORED.put("{\"occurredAt\":\"2026-03-02T09:30:00Z\"}", new ConcernFact.Overdue(AT));
        STORED.put("{\"by\":\"coordinator-1\",\"inTime\":false,\"occurredAt\":\"2026-03-02T09:30:00Z\"}", new ConcernFact.Acknowledged("coordinator-1", false, AT));
        STORED.put("{\"action\":\"advice-taken\",\"occurredAt\":\"2026-03-02T09:30:00Z\"}", new ConcernFact.ActedOn("advice-taken", AT));
    }

    private final ConcernFamily family = new ConcernFamily();

    @Test
    void todays_code_reads_and_writes_every_fact_as_it_was_stored() {
        STORED.forEach((json, fact) -> {
            var written = family.codec().encode(fact);
            assertThat(written.data()).isEqualTo(json);
            assertThat(family.codec().decode(written.type(), 1, json)).isEqualTo(fact);
        });
    }

    @Test
    void the_world_is_not_told_about_whom_or_by_whom() {
        var decider = new ConcernDecider();
        var state = decider.initial();
        for (var fact : STORED.values()) {
            state = decider.evolve(state, fact);
            var told = family.publish("concern-1", state, fact).orElseThrow();
            assertThat(told.programmes()).containsExactly("norfolk-living-well");
            assertThat(told.event().toString()).doesNotContain(ABOUT.person().toString(), ABOUT.referral().toString(), "worker-1", "coordinator-1");
        }
    }
}
