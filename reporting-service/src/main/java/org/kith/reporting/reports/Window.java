package org.kith.reporting.reports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.PeriodCondition;
import org.kith.logicmodel.periods.Period;
import org.kith.reporting.projecting.ActiveProjection;

/**
 * The days of one series that a question covers, all included.
 *
 * @param series its number in the tables
 * @param firstDate, lastDate bounds of the date that its period condition is about
 */
record Window(int series, LocalDate first, LocalDate last, LocalDate firstDate, LocalDate lastDate) {
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    static Window of(ActiveProjection projection, Indicator.Series series, Period period) {
        var measure = series.measure();
        var first = looksBack(measure) ? BEGINNING : period.start();
        var condition = measure.selections().getFirst().periodCondition();
        return new Window(projection.number(series.key()), first, period.end(), firstDate(condition, period), lastDate(condition, period));
    }

    /** The same condition over other days. */
    Window between(LocalDate from, LocalDate to) {
        return new Window(series, from, to, firstDate, lastDate);
    }

    /** A milestone stays reached, and a sample may need an older one to compare with. */
    private static boolean looksBack(Measure measure) {
        return measure instanceof Measure.Milestone || keepsSamples(measure);
    }

    static boolean keepsSamples(Measure measure) {
        return switch (measure) {
            case Measure.PairedChange _,Measure.Latest _,Measure.Standing _ -> true;
            default -> false;
        };
    }

    private static LocalDate firstDate(@Nullable PeriodCondition condition, Period period) {
        if (condition == null) return BEGINNING;
        return switch (condition.operator()) {
            case BEFORE, ON_OR_BEFORE -> BEGINNING;
            case AFTER -> limit(condition, period).plusDays(1);
            case ON_OR_AFTER -> limit(condition, period);
        };
    }

    private static LocalDate lastDate(@Nullable PeriodCondition condition, Period period) {
        if (condition == null) return END;
        return switch (condition.operator()) {
            case AFTER, ON_OR_AFTER -> END;
            case BEFORE -> limit(condition, period).minusDays(1);
            case ON_OR_BEFORE -> limit(condition, period);
        };
    }

    private static LocalDate limit(PeriodCondition condition, Period period) {
        return condition.bound() == PeriodCondition.Bound.START ? period.start() : period.end();
    }
}
