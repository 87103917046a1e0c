package org.kith.referral.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many contacts were held so far, and when the latest was: support is meant to be a few, and not to peter out. */
public record Contacts(int held, @Nullable Instant latest) {
    public static final Contacts NONE = new Contacts(0, null);

    Contacts and(Instant at) {
        return new Contacts(held + 1, latest == null || at.isAfter(latest) ? at : latest);
    }
}
