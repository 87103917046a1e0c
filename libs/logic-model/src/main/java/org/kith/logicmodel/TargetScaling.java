package org.kith.logicmodel;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Measure.PairedChange.Statistic;
import org.kith.logicmodel.ScaledTarget.NotScalable;
import org.kith.logicmodel.periods.Period;

/**
 * Targets are only ever multiplied by whole numbers: a part of a yearly target was never agreed with anybody.
 *
 * @param areas how many areas the programme has
 */
record TargetScaling(int areas, Map<String, Integer> counts) {

    ScaledTarget scale(Indicator indicator, Period period, @Nullable String area) {
        return switch (indicator.target()) {
            case Target.NoneSet() -> new ScaledTarget.NoneSet();
            case Target.Level level when isAverage(indicator.measure()) -> scaled(level, 1);
            case Target.Level level when indicator.measure() instanceof Measure.Standing -> byPlace(level, area, 1);
            case Target.Level level -> byTime(level, period, area);
        };
    }

    private ScaledTarget byTime(Target.Level level, Period period, @Nullable String area) {
        var length = level.months();
        if (length == null) return new NotScalable("the document does not say for which length of time");
        int months = period.wholeMonths();
        if (months == 0 || months % length != 0)
            return new NotScalable("the target is for " + Target.Level.length(length) + ", and the asked period is not made of whole ones");
        return byPlace(level, area, months / length);
    }

    private ScaledTarget byPlace(Target.Level level, @Nullable String area, long times) {
        if (area != null && areas > 1 && !level.per().contains("area")) return new NotScalable("the target is not set for each area");
        for (var unit : level.per()) {
            if (unit.equals("area")) {
                if (area == null) times *= areas;
                continue;
            }
            var number = counts.get(unit);
            if (number == null) return new NotScalable("the target is for each " + unit + ", and how many there are is not stated");
            times *= number;
        }
        return scaled(level, times);
    }

    private static ScaledTarget scaled(Target.Level level, long times) {
        var factor = BigDecimal.valueOf(times);
        var to = level.to();
        return new ScaledTarget.Scaled(level.from().multiply(factor), to == null ? null : to.multiply(factor));
    }

    /** Averages do not grow with time or with areas. */
    private static boolean isAverage(Measure measure) {
        return switch (measure) {
            case Measure.Ratio _,Measure.Median _,Measure.Milestone _ -> true;
            case Measure.PairedChange change -> change.statistic() == Statistic.MEAN_CHANGE;
            default -> false;
        };
    }
}
