package org.kith.directory.partners.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param generation counted from 1; {@code previousUntil} until when the one before is good too, if it is */
public record Credentials(int generation, @Nullable Instant previousUntil) {
    static final Credentials FIRST = new Credentials(1, null);
}
