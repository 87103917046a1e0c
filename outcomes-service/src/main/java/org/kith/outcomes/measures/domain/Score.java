package org.kith.outcomes.measures.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One measure as a pair looks at it. */
public record Score(String measure, Occasion occasion, int raw, @Nullable BigDecimal metric, Instant takenAt) {}
