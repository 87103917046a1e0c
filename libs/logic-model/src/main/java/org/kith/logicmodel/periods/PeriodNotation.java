package org.kith.logicmodel.periods;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** How periods are written in questions. */
final class PeriodNotation {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern CALENDAR_YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern FINANCIAL_YEAR = Pattern.compile("(\\d{4})/(\\d{2})");
    private static final Pattern PROGRAMME_YEAR = Pattern.compile("programme-(\\d{4})");
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");
    private static final MonthDay APRIL = MonthDay.of(4, 1);
    private static final MonthDay JANUARY = MonthDay.of(1, 1);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private PeriodNotation() {}

    static Period parse(String text, MonthDay programmeYearStarts) {
        try {
            var period = read(text, programmeYearStarts);
            if (period.start().getYear() < FIRST_YEAR || period.end().getYear() > LAST_YEAR) throw refused(null);
            return period;
        } catch (DateTimeException e) {
            throw refused(e);
        }
    }

    private static Period read(String text, MonthDay programmeYearStarts) {
        if (MONTH.matcher(text).matches()) return months(YearMonth.parse(text), 1);
        var quarter = QUARTER.matcher(text);
        if (quarter.matches()) return months(YearMonth.of(number(quarter.group(1)), number(quarter.group(2)) * 3 - 2), 3);
        if (CALENDAR_YEAR.matcher(text).matches()) return Period.year(number(text), JANUARY);
        var financial = FINANCIAL_YEAR.matcher(text);
        if (financial.matches()) {
            int startsIn = number(financial.group(1));
            if ((startsIn + 1) % 100 != number(financial.group(2))) throw refused(null);
            return Period.year(startsIn, APRIL);
        }
        var programme = PROGRAMME_YEAR.matcher(text);
        if (programme.matches()) return Period.year(number(programme.group(1)), programmeYearStarts);
        var days = DAYS.matcher(text);
        if (days.matches()) return new Period(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
        throw refused(null);
    }

    private static Period months(YearMonth first, int number) {
        return new Period(first.atDay(1), first.plusMonths(number - 1).atEndOfMonth());
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException refused(@org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException("not a period: write 2025-04, 2025-Q2, 2025, 2025/26, programme-2025 or "
                + "2025-04-01..2025-06-30, between " + FIRST_YEAR + " and " + LAST_YEAR, cause);
    }
}
