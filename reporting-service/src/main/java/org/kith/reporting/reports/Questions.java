package org.kith.reporting.reports;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.periods.London;
import org.kith.logicmodel.periods.Period;
import org.kith.web.problem.Invalid;

/** Query parameters as questions; 422 names each that is wrong. */
@Singleton
public class Questions {
    private final Clock clock;

    Questions(Clock clock) {
        this.clock = clock;
    }

    /** @param period absent for the programme's year that contains today */
    ReportQuestion of(LogicModel model, @Nullable String period, @Nullable String area, @Nullable String asOf) {
        var invalid = new Invalid();
        var asked = period(model, period, invalid);
        if (area != null) invalid.check(model.areas().contains(area), "area", "unknown", "One of " + String.join(", ", model.areas()) + ".");
        var moment = invalid.instant("asOf", asOf);
        invalid.throwIfAny();
        return new ReportQuestion(asked, area, moment);
    }

    /** The moment alone; null where there is none or it is not one, which {@link #of} refuses. */
    static @Nullable Instant moment(@Nullable String asOf) {
        return new Invalid().instant("asOf", asOf);
    }

    private Period period(LogicModel model, @Nullable String text, Invalid invalid) {
        var thisYear = Period.containing(London.dayOf(clock.instant()), model.year().starts());
        if (text == null) return thisYear;
        try {
            return Period.parse(text, model.year().starts());
        } catch (IllegalArgumentException e) {
            invalid.add("period", "not-a-period", String.valueOf(e.getMessage()));
            return thisYear;
        }
    }
}
