package org.kith.logicmodel.folding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.kith.logicmodel.folding.Amount.Sample;

/**
 * A kept sample.
 *
 * @param day as in its contribution
 * @param occurredAt orders samples of the same day
 * @param cells the cells (areas, values of break-downs) that it belongs to, numbered by the caller
 */
public record DatedSample(Sample sample, LocalDate day, Instant occurredAt, Set<Integer> cells) {}
