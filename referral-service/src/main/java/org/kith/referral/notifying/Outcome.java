package org.kith.referral.notifying;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param status of HTTP; null where there was no answer
 * @param failure a code; null where there was an answer
 * @param retryAfter how long the receiver asks to be left alone
 */
record Outcome(@Nullable Integer status, @Nullable String failure, @Nullable Duration retryAfter, Duration took) {
    static final Outcome NOT_TOLD = new Outcome(null, "consent-withdrawn", null, Duration.ZERO);
    private static final int GONE = 410;

    boolean taken() {
        return status != null && status >= 200 && status < 300;
    }

    boolean gone() {
        return status != null && status == GONE;
    }
}
