package org.kith.reporting.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.periods.Period;

/**
 * What is asked of a programme's numbers.
 *
 * @param area one area's code; null for all
 * @param asOf what was known at this moment; null for what is known now
 */
record ReportQuestion(Period period, @Nullable String area, @Nullable Instant asOf) {}
