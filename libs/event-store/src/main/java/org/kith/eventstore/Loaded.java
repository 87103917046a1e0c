package org.kith.eventstore;

/** A stream folded. {@code version} is the number of its events, 0 when there is no such stream. */
public record Loaded<S>(S state, long version) {
    public boolean exists() {
        return version > 0;
    }
}
