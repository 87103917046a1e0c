package org.kith.referral.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.regex.Pattern;

/** Which code of the code list {@code age-band} an age falls into: {@code 25-34} has both ends, {@code 85-over} has one. */
public final class AgeBands {
    public static final String NOT_ASKED = "not-asked";
    private static final Pattern BAND = Pattern.compile("([0-9]{1,3})-([0-9]{1,3}|over)");

    private AgeBands() {}

    /** In completed years on that day; {@value #NOT_ASKED} where no band of the list holds the age. */
    public static String of(LocalDate birthDate, LocalDate on, Collection<String> codes) {
        long age = ChronoUnit.YEARS.between(birthDate, on);
        return codes.stream().filter(code -> holds(code, age)).findFirst().orElse(NOT_ASKED);
    }

    private static boolean holds(String code, long age) {
        var band = BAND.matcher(code);
        if (!band.matches() || age < Long.parseLong(band.group(1))) return false;
        return band.group(2).equals("over") || age <= Long.parseLong(band.group(2));
    }
}
