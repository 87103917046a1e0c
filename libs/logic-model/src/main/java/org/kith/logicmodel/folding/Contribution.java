package org.kith.logicmodel.folding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one event adds to one series of one indicator.
 *
 * @param series key of the series, see {@code Indicator.series()}
 * @param area one of the model's areas; null where the event has none of them: it counts for the whole programme only
 * @param breakdown field to its values: several for a field that is a list, {@code not-recorded} where it has none
 * @param day the day it counts for: the day it happened, Europe/London, or the date that its selection names instead
 * @param periodDate the date that the series' period condition is about; null where it has no such condition
 */
public record Contribution(
        String indicator, String series, @Nullable String area, Map<String, List<String>> breakdown, LocalDate day, Amount amount,
        @Nullable LocalDate periodDate) {}
