package org.kith.logicmodel.folding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value that samples come to.
 *
 * @param value null when there is nothing to take a mean or median of
 * @param subjects how many subjects it rests on: the n that is shown beside it and that suppression looks at
 */
public record SampleValue(@Nullable BigDecimal value, long subjects) {}
