package org.kith.reporting.rebuilding;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Who was there, on a day or in a month.
 *
 * @param months 0: of one day; 1: of the month that begins on {@code day}
 */
record MemberKey(int series, int months, LocalDate day, LocalDate periodDate, String subject, int[] cells) {

    MemberKey ofMonth() {
        return new MemberKey(series, 1, day.withDayOfMonth(1), periodDate, subject, cells);
    }

    boolean isSame(MemberKey other) {
        return series == other.series && months == other.months && day.equals(other.day) && subject.equals(other.subject)
                && periodDate.equals(other.periodDate) && Arrays.equals(cells, other.cells);
    }

    /** Of all 64 bits, which {@code hashCode} is too short for; equal keys have equal ones. */
    long hash() {
        long hash = mixed(mixed(series, months), mixed(day.toEpochDay(), periodDate.toEpochDay()));
        for (int i = 0; i < subject.length(); i++) hash = hash * 31 + subject.charAt(i);
        hash = mixed(hash, subject.length());
        for (int cell : cells) hash = mixed(hash, cell);
        return hash;
    }

    private static long mixed(long one, long other) {
        long sum = (one ^ one >>> 32) * 0x9E3779B97F4A7C15L + other;
        return (sum ^ sum >>> 29) * 0xBF58476D1CE4E5B9L;
    }
}
