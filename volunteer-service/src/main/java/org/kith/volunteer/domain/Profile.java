package org.kith.volunteer.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param volunteer opaque reference
 * @param source who sent them, coded
 * @param provider code of the organisation that recruited them
 */
public record Profile(String volunteer, String programme, String area, String source, @Nullable String provider, Instant recruitedAt) {}
