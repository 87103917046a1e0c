package org.kith.referral.people;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a person in England, Wales and the Isle of Man, as ten digits. */
public record NhsNumber(String digits) {
    /** As people write it: 3-3-4 with spaces or hyphens, or without. */
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}");

    /** Empty unless it has ten digits that are not all the same, and the right check digit. */
    public static Optional<NhsNumber> read(String text) {
        if (!WRITTEN.matcher(text).matches()) return Optional.empty();
        var digits = text.replaceAll("[ -]", "");
        boolean allTheSame = digits.chars().distinct().count() == 1;
        return !allTheSame && CheckDigit.fits(digits) ? Optional.of(new NhsNumber(digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "NhsNumber[…]";
    }
}
