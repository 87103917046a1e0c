package org.kith.decider;

import java.util.List;

/** Pure and total: no clock, no random, no I/O; switches over sealed types without a default branch. */
public interface Decider<C, S, E extends DomainEvent> {
    S initial();

    Decision<E> decide(C command, S state);

    S evolve(S state, E event);

    default S fold(S state, List<? extends E> events) {
        for (E event : events) state = evolve(state, event);
        return state;
    }
}
