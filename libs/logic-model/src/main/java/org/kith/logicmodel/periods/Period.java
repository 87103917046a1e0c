package org.kith.logicmodel.periods;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/**
 * Whole days in Europe/London.
 *
 * @param start first day
 * @param end last day, included
 */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (end.isBefore(start)) throw new IllegalArgumentException("a period cannot end on " + end + " before it starts on " + start);
    }

    /**
     * Reads {@code 2025-04}, {@code 2025-Q2} (calendar quarter), {@code 2025} (calendar year), {@code 2025/26} (April to March),
     * {@code programme-2025} (the programme's own year that starts in 2025) or {@code 2025-04-01..2025-06-30} (both included).
     *
     * @throws IllegalArgumentException with a message for the person who asked
     */
    public static Period parse(String text, MonthDay programmeYearStarts) {
        return PeriodNotation.parse(text, programmeYearStarts);
    }

    /** The year from one {@code yearStarts} to the day before the next that contains the day. */
    public static Period containing(LocalDate day, MonthDay yearStarts) {
        var thisYears = yearStarts.atYear(day.getYear());
        return year(day.isBefore(thisYears) ? day.getYear() - 1 : day.getYear(), yearStarts);
    }

    /** The year of twelve months that starts in the given calendar year. */
    static Period year(int startsIn, MonthDay yearStarts) {
        return new Period(yearStarts.atYear(startsIn), yearStarts.atYear(startsIn + 1).minusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** How many whole months it makes up, whatever day of the month they start on; 0 when it is not a whole number of them. */
    public int wholeMonths() {
        var next = end.plusDays(1);
        long months = ChronoUnit.MONTHS.between(start, next);
        return start.plusMonths(months).equals(next) ? Math.toIntExact(months) : 0;
    }

    @Override
    public String toString() {
        return start + ".." + end;
    }
}
