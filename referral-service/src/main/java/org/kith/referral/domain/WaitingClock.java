package org.kith.referral.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody has waited. It starts when they are put on the waiting list, stands still while they could not take up an
 * offer (away, in hospital), and stops when a worker has the referral or it ends.
 *
 * @param waited until the last change
 * @param runningSince the last start; absent while it stands still
 */
public record WaitingClock(Instant started, Duration waited, @Nullable Instant runningSince, Instant changed) {

    static WaitingClock startedAt(Instant at) {
        return new WaitingClock(at, Duration.ZERO, at, at);
    }

    WaitingClock pausedAt(Instant at) {
        return new WaitingClock(started, waitedBy(at), null, at);
    }

    WaitingClock resumedAt(Instant at) {
        return new WaitingClock(started, waited, at, at);
    }

    /** Up to then, without the pauses; never less than nothing. */
    public Duration waitedBy(Instant at) {
        if (runningSince == null || at.isBefore(runningSince)) return waited;
        return waited.plus(Duration.between(runningSince, at));
    }
}
