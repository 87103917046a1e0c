package org.kith.logicmodel.folding;

import java.time.LocalDate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.folding.Amount.Sample;

/**
 * A kept sample.
 *
 * @param occurredAt orders samples of the same day
 * @param periodDate as in its contribution
 */
public record DatedSample(Sample sample, LocalDate day, Instant occurredAt, @Nullable LocalDate periodDate) {}
