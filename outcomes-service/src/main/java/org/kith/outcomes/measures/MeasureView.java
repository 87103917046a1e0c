package org.kith.outcomes.measures;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param metric SWEMWBS only */
public record MeasureView(
        String id, long version, String programme, String area, String subject, String subjectKind, String instrument, String occasion, int raw,
        @Nullable BigDecimal metric, Instant takenAt) {}
