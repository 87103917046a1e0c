package org.kith.logicmodel;

import java.time.LocalDate;
import org.kith.logicmodel.periods.Period;

/** {@code event.field operator period.bound}: kept apart from the rest of a condition because only a question has a period. */
public record PeriodCondition(String field, Operator operator, Bound bound) {

    public enum Operator { BEFORE, ON_OR_BEFORE, AFTER, ON_OR_AFTER }

    public enum Bound { START, END }

    public boolean holds(LocalDate date, Period period) {
        var limit = bound == Bound.START ? period.start() : period.end();
        return switch (operator) {
            case BEFORE -> date.isBefore(limit);
            case ON_OR_BEFORE -> !date.isAfter(limit);
            case AFTER -> date.isAfter(limit);
            case ON_OR_AFTER -> !date.isBefore(limit);
        };
    }
}
