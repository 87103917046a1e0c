package org.kith.gateway.forwarding;

import java.time.Duration;

/**
 * Leaves a service that cannot be reached alone for a while, then lets one request try. Times are nanoseconds of a clock that
 * only goes forward.
 */
final class Circuit {
    private static final int LONGEST = 10;
    private final int failures;
    private final Duration pause;
    private int failed;
    private long closedUntil;
    private boolean trying;

    Circuit(int failures, Duration pause) {
        this.failures = failures;
        this.pause = pause;
    }

    /** Whether a request may go now; the one that may while the circuit is open is the trial. */
    synchronized boolean mayPass(long now) {
        if (failed < failures) return true;
        if (trying || now - closedUntil < 0) return false;
        trying = true;
        return true;
    }

    synchronized void succeeded() {
        failed = 0;
        trying = false;
    }

    /** The request ended for a reason that says nothing about the service; another may be the trial. */
    synchronized void undecided() {
        trying = false;
    }

    synchronized void failed(long now) {
        trying = false;
        failed++;
        if (failed >= failures) closedUntil = now + pause.multipliedBy(Math.min(LONGEST, 1L << Math.min(10, failed - failures))).toNanos();
    }
}
