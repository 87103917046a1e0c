package org.kith.bench.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.decider.DomainEvent;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.events.ReferralEvent.ReferralReceived;

/** A domain that says yes: what is measured is the library around it. The event is as large as a referral's. */
final class Arrivals implements Decider<Arrivals.Arrive, Arrivals.Nothing, Arrivals.Arrived> {
    record Arrived(
            String person, String programme, String area, String practice, String source, List<String> reasons,
            String ageBand, String gender, String ethnicity, String door, Instant occurredAt) implements DomainEvent {}

    record Arrive(Arrived event, int times) {}

    record Nothing() {}

    static final Arrived EVENT = new Arrived(
            "0195b3f0-5a7e-7d3c-9f21-2b8e6c1d4a90", "norfolk-living-well", "kings-lynn", "KITH-NLW-17", "primary-care",
            List.of("social-isolation", "long-term-condition"), "70-74", "not-asked", "prefer-not-to-say", "rest", Instant.parse("2026-03-02T10:15:30Z"));

    private static final Nothing NOTHING = new Nothing();

    static final StreamFamily<Nothing, Arrived> FAMILY = new StreamFamily<>() {
        private final EventCodec<Arrived> codec = EventCodec.of(Arrived.class).event("referral-received", Arrived.class).build();

        @Override
        public String name() {
            return "referral";
        }

        @Override
        public String source() {
            return "/kith/referral";
        }

        @Override
        public EventCodec<Arrived> codec() {
            return codec;
        }

        @Override
        public Optional<Publication> publish(String subject, Nothing after, Arrived event) {
            var received = new ReferralReceived(
                    subject, event.person(), event.source(), event.practice(), event.reasons(), event.ageBand(), event.gender(), event.ethnicity(), event.door());
            return Optional.of(Publication.of(received, event.programme(), event.area(), "partner-one"));
        }
    };

    @Override
    public Nothing initial() {
        return NOTHING;
    }

    @Override
    public Decision<Arrived> decide(Arrive command, Nothing state) {
        return Decision.accept(Collections.nCopies(command.times(), command.event()));
    }

    @Override
    public Nothing evolve(Nothing state, Arrived event) {
        return state;
    }
}
