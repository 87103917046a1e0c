package org.kith.decider;

import java.time.Duration;
import java.time.Instant;

/** The clocks of those who tell when something happened, and our own, never quite agree. */
public final class Clocks {
    /** By how much they may differ. */
    public static final Duration DIFFER = Duration.ofMinutes(1);

    private Clocks() {}

    /** Whether the one is after the other by more than clocks may differ. */
    public static boolean surelyAfter(Instant one, Instant other) {
        return one.isAfter(other.plus(DIFFER));
    }
}
