package org.kith.logicmodel;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.periods.Period;

/** Targets are only ever multiplied by whole numbers: a part of a yearly target was never agreed with anybody. */
final class TargetScaling {
    private TargetScaling() {}

    static ScaledTarget scale(Target target, Period period, @Nullable String area, int areas, Map<String, Integer> counts) {
        return switch (target) {
            case Target.NoneSet() -> new ScaledTarget.NoneSet();
            case Target.Level level -> scale(level, period, area, areas, counts);
        };
    }

    private static ScaledTarget scale(Target.Level level, Period period, @Nullable String area, int areas, Map<String, Integer> counts) {
        if (level.months() == null) return new ScaledTarget.NotScalable("the document does not say for which length of time");
        int months = period.wholeMonths();
        if (months == 0 || months % level.months() != 0)
            return new ScaledTarget.NotScalable("the target is for " + words(level.months()) + ", which the asked period does not make up");
        long times = months / level.months();
        if (area == null && level.per().contains("area")) times *= areas;
        if (area != null && !level.per().contains("area"))
            return new ScaledTarget.NotScalable("the target is not set for each area");
        for (var unit : level.per()) {
            if (unit.equals("area")) continue;
            var number = counts.get(unit);
            if (number == null) return new ScaledTarget.NotScalable("the target is for each " + unit + ", and how many there are is not stated");
            times *= number;
        }
        var factor = BigDecimal.valueOf(times);
        var to = level.to();
        return new ScaledTarget.Scaled(level.from().multiply(factor), to == null ? null : to.multiply(factor));
    }

    private static String words(int months) {
        return months == 12 ? "a year" : months == 1 ? "a month" : months + " months";
    }
}
