package org.kith.eventstore;

/** What became of an append. */
public sealed interface AppendResult {
    /** Durable; the stream is now at {@code version}. */
    record Done(long version) implements AppendResult {}

    record Stale(long actual) implements AppendResult {}

    record ClaimTaken(CompanionTable table) implements AppendResult {}
}
