package org.kith.decider;

import java.util.Optional;

/**
 * Why a command was refused, as a value: each domain has an enum of its own. {@link #code()} is stable, lower case with
 * hyphens, and part of the API; {@link #detail()} is one sentence for a person, with the remedy.
 */
public interface Rejection {
    String code();

    String detail();

    /** Which of the things that were said is wrong, by its name in events, such as {@code occurredAt}; empty where it is how things stand. */
    default Optional<String> field() {
        return Optional.empty();
    }
}
