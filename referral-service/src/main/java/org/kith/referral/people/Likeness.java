package org.kith.referral.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two people have in common who may be one and the same, as texts to be hashed: how a name is written must not matter, in
 * capitals or not, with accents, hyphens and blanks or without, the family name first or last.
 */
record Likeness(String nameAndBirthDate, @Nullable String postcode) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Letters that no mark was put on, but that are written so where they cannot be typed. */
    private static final Map<String, String> LETTERS = Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");
    /** Where nobody lives, so that it says nothing. */
    private static final String NO_FIXED_ABODE = "ZZ99 3VZ";

    static Likeness of(Identity identity) {
        var name = Stream.of(identity.givenName(), identity.familyName()).map(Likeness::plain).sorted().collect(Collectors.joining("\u0000"));
        var postcode = NO_FIXED_ABODE.equals(identity.postcode()) ? null : identity.postcode();
        return new Likeness(name + "\u0000" + identity.birthDate(), postcode);
    }

    private static String plain(String name) {
        var letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
        for (var letter : LETTERS.entrySet()) letters = letters.replace(letter.getKey(), letter.getValue());
        return BETWEEN.matcher(letters).replaceAll("");
    }

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "Likeness[…]";
    }
}
