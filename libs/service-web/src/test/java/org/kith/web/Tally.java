package org.kith.web;

import java.time.Instant;
import java.util.Optional;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.decider.DomainEvent;
import org.kith.decider.Rejection;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;

/** The smallest domain that has something to refuse: a tally that may be opened once and counts to three. */
public final class Tally implements Decider<Tally.Command, Integer, Tally.Event> {
    public sealed interface Command {}

    public record Open(Instant at) implements Command {}

    public record Count(Instant at) implements Command {}

    public sealed interface Event extends DomainEvent {}

    public record Opened(Instant occurredAt) implements Event {}

    public record Counted(Instant occurredAt) implements Event {}

    enum Refusal implements Rejection {
        ALREADY_OPEN,
        FULL;

        @Override
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        @Override
        public String detail() {
            return "Not now.";
        }
    }

    static final StreamFamily<Integer, Event> FAMILY = new StreamFamily<>() {
        private final EventCodec<Event> codec = EventCodec.of(Event.class).event("opened", Opened.class).event("counted", Counted.class).build();

        @Override
        public String name() {
            return "tally";
        }

        @Override
        public String source() {
            return "/kith/tally";
        }

        @Override
        public EventCodec<Event> codec() {
            return codec;
        }

        @Override
        public Optional<Publication> publish(String subject, Integer stateAfter, Event event) {
            return Optional.empty();
        }
    };

    /** -1 before it is opened. */
    @Override
    public Integer initial() {
        return -1;
    }

    @Override
    public Decision<Event> decide(Command command, Integer state) {
        return switch (command) {
            case Open open when state < 0 -> Decision.accept(new Opened(open.at()));
            case Open _ -> Decision.reject(Refusal.ALREADY_OPEN);
            case Count count when state < 3 -> Decision.accept(new Counted(count.at()));
            case Count _ -> Decision.reject(Refusal.FULL);
        };
    }

    @Override
    public Integer evolve(Integer state, Event event) {
        return switch (event) {
            case Opened _ -> 0;
            case Counted _ -> state + 1;
        };
    }
}
