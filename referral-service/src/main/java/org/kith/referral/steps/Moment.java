package org.kith.referral.steps;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.decider.Clocks;
import org.kith.web.problem.Invalid;

/** When something happened, as a caller says. */
public final class Moment {
    /** Of a step's {@code occurredAt}, in the API's document. */
    public static final String OF_A_STEP = "When it happened, not before the referral itself; absent: now";

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private Moment() {}

    /** Null where nothing is sent, or something wrong, which is noted. */
    public static @Nullable Instant read(Invalid invalid, String field, @Nullable String text, Instant now) {
        var at = invalid.instant(field, text);
        if (at == null) return null;
        boolean past = invalid.check(!Clocks.surelyAfter(at, now), field, "in-the-future", "This is in the future.");
        boolean recent = invalid.check(!at.isBefore(BEGINNING), field, "too-long-ago", "This is before the year 2000.");
        return past && recent ? at : null;
    }

    /** As {@link #read}, and now where nothing is sent. */
    public static Instant orNow(Invalid invalid, String field, @Nullable String text, Instant now) {
        var at = read(invalid, field, text, now);
        return at == null ? now : at;
    }
}
