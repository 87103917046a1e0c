package org.kith.eventstore;

/** Too many appends are waiting; nothing was stored and the caller may try again later (503). */
public final class OverloadedException extends RuntimeException {
    OverloadedException(int waiting) {
        super(waiting + " appends are waiting already", null, false, false);
    }
}
