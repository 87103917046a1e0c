package org.kith.decider;

/**
 * Why a command was refused, as a value: each domain has an enum of its own. {@link #code()} is stable, lower case with
 * hyphens, and part of the API; {@link #detail()} is one sentence for a person, with the remedy.
 */
public interface Rejection {
    String code();

    String detail();
}
