package org.kith.logicmodel.folding;

import java.util.Collection;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.periods.Period;

/** How samples become the value of a paired change, a median or a standing number. */
public final class Samples {
    private Samples() {}

    /**
     * @param measure PairedChange, Median or Standing
     * @param samples every sample of the series up to the period's end, in any order: a baseline or an opening may be older than the period
     * @throws IllegalArgumentException for a measure that keeps no samples
     */
    public static SampleValue evaluate(Measure measure, Collection<DatedSample> samples, Period period) {
        throw new IllegalArgumentException("no samples are kept for " + measure.definition());
    }
}
