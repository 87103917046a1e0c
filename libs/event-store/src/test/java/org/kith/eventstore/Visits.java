package org.kith.eventstore;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.time.Instant;
import java.util.Optional;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.decider.DomainEvent;
import org.kith.decider.Rejection;
import org.kith.events.ReferralEvent;

/** A small domain to try the store with: somebody is taken on, visited some times, and notes are made that stay inside. */
public final class Visits implements Decider<Visits.Command, Visits.State, Visits.Event> {
    public static final StreamFamily<State, Event> FAMILY = new Family();

    public sealed interface Event extends DomainEvent {}
    public record Started(String person, Instant occurredAt) implements Event {}
    public record Held(String person, int minutes, Instant occurredAt) implements Event {}
    public record Noted(String code, Instant occurredAt) implements Event {}

    public sealed interface Command {}
    public record Start(String person, Instant at) implements Command {}
    public record Hold(int minutes, Instant at) implements Command {}
    public record Note(String code, Instant at) implements Command {}

    public record State(String person, int visits, int minutes) {}

    public enum Refusal implements Rejection {
        ALREADY_STARTED,
        NOT_STARTED;

        @Override
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        @Override
        public String detail() {
            return code();
        }
    }

    @Override
    public State initial() {
        return new State("", 0, 0);
    }

    @Override
    public Decision<Event> decide(Command command, State state) {
        boolean started = !state.person().isEmpty();
        return switch (command) {
            case Start start when !started -> accept(new Started(start.person(), start.at()));
            case Start _ -> reject(Refusal.ALREADY_STARTED);
            case Hold hold when started -> accept(new Held(state.person(), hold.minutes(), hold.at()));
            case Hold _ -> reject(Refusal.NOT_STARTED);
            case Note note when note.code().isEmpty() -> accept();
            case Note note -> accept(new Noted(note.code(), note.at()));
        };
    }

    @Override
    public State evolve(State state, Event event) {
        return switch (event) {
            case Started started -> new State(started.person(), 0, 0);
            case Held held -> new State(state.person(), state.visits() + 1, state.minutes() + held.minutes());
            case Noted _ -> state;
        };
    }

    private static final class Family implements StreamFamily<State, Event> {
        private final EventCodec<Event> codec = EventCodec.of(Event.class)
                .event("visits-started", Started.class)
                .event("visit-held", Held.class)
                .event("visit-noted", Noted.class)
                .build();

        @Override
        public String name() {
            return "referral";
        }

        @Override
        public String source() {
            return "/kith/referral";
        }

        @Override
        public EventCodec<Event> codec() {
            return codec;
        }

        @Override
        public Optional<Publication> publish(String subject, State stateAfter, Event event) {
            return switch (event) {
                case Started started -> Optional.of(Publication.of(
                        new ReferralEvent.ReferralAccepted(subject, started.person()), "norfolk-living-well", "fens", "partner-one"));
                case Held held -> Optional.of(Publication.of(
                        new ReferralEvent.ContactHeld(subject, held.person(), "worker-1", "phone", held.minutes(), null, null), "norfolk-living-well", "fens", "partner-one"));
                case Noted _ -> Optional.empty();
            };
        }
    }
}
