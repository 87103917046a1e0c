package org.kith.outcomes.measures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kith.outcomes.measures.domain.Score;

/**
 * @param change of the metric scores where the instrument has them, else of the raw ones; absent without both measures
 * @param meaning SWEMWBS only: {@code none}, {@code possible} (one standard error of measurement) or {@code meaningful}
 *     (2.77 of them), with {@code worse-} before it where the score fell
 */
public record PairView(
        String programme, String instrument, @Nullable Score baseline, @Nullable Score followUp, @Nullable BigDecimal change,
        @Nullable String meaning) {}
