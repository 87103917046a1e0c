package org.kith.referral.sessions.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param attended headcount; nobody is named, so nobody is counted as a person */
public record HoldSession(
        UUID session, String programme, String area, String strand, String kind, @Nullable String theme, int attended, Instant at) {}
