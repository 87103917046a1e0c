package org.kith.web.precondition;

import jakarta.ws.rs.core.EntityTag;

/** A stream's version as a strong entity tag: {@code "3"}. */
public final class ETags {
    private ETags() {}

    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
