package org.kith.outcomes.measures.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param subject opaque reference; {@code subjectKind} person or volunteer
 * @param answers one for each item; null where only their sum is known
 * @param raw within the instrument's bounds, the sum of the answers where there are any
 */
public record TakeMeasure(
        String measure, String programme, String area, String subject, String subjectKind, Instrument instrument, Occasion occasion,
        @Nullable List<Integer> answers, int raw, @Nullable String provider, Instant at) {}
