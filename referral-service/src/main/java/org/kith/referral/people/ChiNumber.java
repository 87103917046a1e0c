package org.kith.referral.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A person's Community Health Index number in Scotland: birth date as DDMMYY, three digits, a check digit. */
public record ChiNumber(String digits) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{6} ?[0-9]{4}");

    /** Empty unless it begins with a day that exists in some century and ends with the right check digit. */
    public static Optional<ChiNumber> read(String text) {
        if (!WRITTEN.matcher(text).matches()) return Optional.empty();
        var digits = text.replace(" ", "");
        return beginsWithADay(digits) && CheckDigit.fits(digits) ? Optional.of(new ChiNumber(digits)) : Optional.empty();
    }

    private static boolean beginsWithADay(String digits) {
        int day = Integer.parseInt(digits.substring(0, 2));
        int month = Integer.parseInt(digits.substring(2, 4));
        int year = Integer.parseInt(digits.substring(4, 6));
        return IntStream.of(1900, 2000).anyMatch(century -> exists(century + year, month, day));
    }

    private static boolean exists(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ChiNumber[…]";
    }
}
