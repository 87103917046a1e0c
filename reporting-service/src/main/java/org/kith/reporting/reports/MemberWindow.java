package org.kith.reporting.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a window that membership rows of one length cover.
 *
 * @param months 0: rows of days; 1: rows of months, from the first day of the first to the first day of the last
 */
record MemberWindow(Window window, int months) {

    /** Whole months as months, what is left at either end as days. */
    static List<MemberWindow> of(Window window) {
        var firstMonth = window.first().getDayOfMonth() == 1 ? window.first() : window.first().withDayOfMonth(1).plusMonths(1);
        var afterLastMonth = window.last().plusDays(1).withDayOfMonth(1);
        if (!firstMonth.isBefore(afterLastMonth)) return List.of(days(window, window.first(), window.last()));
        var pieces = new ArrayList<MemberWindow>();
        if (window.first().isBefore(firstMonth)) pieces.add(days(window, window.first(), firstMonth.minusDays(1)));
        pieces.add(new MemberWindow(window.between(firstMonth, afterLastMonth.minusMonths(1)), 1));
        if (!afterLastMonth.isAfter(window.last())) pieces.add(days(window, afterLastMonth, window.last()));
        return pieces;
    }

    private static MemberWindow days(Window window, LocalDate first, LocalDate last) {
        return new MemberWindow(window.between(first, last), 0);
    }
}
