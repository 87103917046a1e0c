package org.kith.eventstore;

import java.util.List;
import java.util.UUID;
import org.kith.decider.Rejection;

/** What became of a command. Broken infrastructure is an exception, not an outcome. */
public sealed interface Outcome<S> {

    /** Durable. {@code eventIds} is empty when the command was accepted and nothing had to change. */
    record Appended<S>(S state, long version, List<UUID> eventIds) implements Outcome<S> {}

    record Rejected<S>(Rejection rejection) implements Outcome<S> {}

    /** Somebody else was there first: the stream is at {@code actual}, 0 when it does not exist. Nothing was stored. */
    record StaleVersion<S>(long actual) implements Outcome<S> {}

    /** A row with the key of one of the claims was there already. Nothing was stored. */
    record ClaimTaken<S>(CompanionTable table) implements Outcome<S> {}
}
