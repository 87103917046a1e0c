package org.kith.referral.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A UK postcode in capitals with one space before its last three characters. */
public record Postcode(String text) {
    private static final Pattern GEOGRAPHIC = Pattern.compile(
            "GIR ?0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9ABEHMNPRV-Y])?|[0-9][A-HJKPSTUW]) ?[0-9][ABD-HJLNP-UW-Z]{2}");
    /** What the NHS writes for a person of no fixed abode; it has letters that no place's postcode has. */
    private static final Pattern NO_FIXED_ABODE = Pattern.compile("ZZ99 ?3VZ");

    public static Optional<Postcode> read(String written) {
        var text = written.strip().toUpperCase(Locale.ROOT);
        if (!GEOGRAPHIC.matcher(text).matches() && !NO_FIXED_ABODE.matcher(text).matches()) return Optional.empty();
        var joined = text.replace(" ", "");
        int inward = joined.length() - 3;
        return Optional.of(new Postcode(joined.substring(0, inward) + " " + joined.substring(inward)));
    }

    @Override
    public String toString() {
        return "Postcode[…]";
    }
}
