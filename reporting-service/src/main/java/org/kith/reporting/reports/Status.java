package org.kith.reporting.reports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.ScaledTarget;

/** How a number stands to its target, in words that a reader of the report understands. */
final class Status {
    static final String NOT_YET_RECORDED = "not yet recorded";
    static final String HIDDEN = "hidden";
    static final String NO_TARGET_SET = "no target set";
    static final String NO_VALUE_YET = "no value yet";
    static final String NOT_COMPARABLE = "target not comparable";
    static final String BELOW_TARGET = "below target";
    static final String TARGET_REACHED = "target reached";

    private Status() {}

    static String of(Indicator indicator, @Nullable BigDecimal value, ScaledTarget target, boolean hidden) {
        if (!indicator.published()) return NOT_YET_RECORDED;
        return switch (target) {
            case ScaledTarget.NoneSet() -> NO_TARGET_SET;
            case ScaledTarget.NotScalable _ -> NOT_COMPARABLE;
            case ScaledTarget.Scaled _ when hidden -> HIDDEN;
            case ScaledTarget.Scaled _ when value == null -> NO_VALUE_YET;
            case ScaledTarget.Scaled scaled -> value.compareTo(scaled.from()) < 0 ? BELOW_TARGET : TARGET_REACHED;
        };
    }
}
