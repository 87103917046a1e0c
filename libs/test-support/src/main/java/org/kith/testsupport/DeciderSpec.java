package org.kith.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.decider.DomainEvent;
import org.kith.decider.Rejection;

/**
 * Lets a test of a decider read as a sentence; the test class implements it:
 * {@code given(received, accepted).when(new DeclineReferral(NO_CAPACITY, at)).thenRejected(NOT_AWAITING_REPLY)}.
 * Whole events are compared.
 */
public interface DeciderSpec<C, S, E extends DomainEvent> {

    Decider<C, S, E> decider();

    @SuppressWarnings("unchecked")
    default Given<C, S, E> given(E... history) {
        return given(List.of(history));
    }

    default Given<C, S, E> given(List<? extends E> history) {
        return new Given<>(decider(), decider().fold(decider().initial(), history));
    }

    /** What happened before, folded. */
    record Given<C, S, E extends DomainEvent>(Decider<C, S, E> decider, S state) {
        public Then<S, E> when(C command) {
            return new Then<>(decider.decide(command, state), state, decider);
        }

        public void thenState(S expected) {
            assertThat(state).isEqualTo(expected);
        }
    }

    /** What the decider answered. */
    record Then<S, E extends DomainEvent>(Decision<E> decision, S before, Decider<?, S, E> decider) {

        @SafeVarargs
        public final Then<S, E> then(E... expected) {
            assertThat(events()).containsExactly(expected);
            return this;
        }

        /** Accepted, and nothing had to change. */
        public void thenNothing() {
            assertThat(events()).isEmpty();
        }

        public void thenRejected(Rejection expected) {
            switch (decision) {
                case Decision.Rejected<E>(var rejection) -> assertThat(rejection).isEqualTo(expected);
                case Decision.Accepted<E>(var events) -> fail("expected rejection %s, but these became facts: %s", expected.code(), events);
            }
        }

        /** The state once the decided events are folded in. */
        public void thenState(S expected) {
            assertThat(decider.fold(before, events())).isEqualTo(expected);
        }

        private List<E> events() {
            return switch (decision) {
                case Decision.Accepted<E>(var events) -> events;
                case Decision.Rejected<E>(var rejection) -> fail("rejected: %s (%s)", rejection.code(), rejection.detail());
            };
        }
    }
}
