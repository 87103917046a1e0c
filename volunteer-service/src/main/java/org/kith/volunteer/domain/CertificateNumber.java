package org.kith.volunteer.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of a certificate, as people write it: {@code KV-7H3K9-2QX4M-T}. Ten characters of an alphabet without I, L, O and U, and
 * a check character (Luhn mod 32), so that a slip in copying it is seen without looking it up.
 */
public record CertificateNumber(String text) {
    /** Length of the part that tells certificates apart. */
    public static final int LENGTH = 10;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("KV-([0-9A-Z]{5})-([0-9A-Z]{5})-([0-9A-Z])");

    /** @throws IllegalArgumentException when this is no certificate's number */
    public CertificateNumber {
        var match = SHAPE.matcher(text);
        if (!match.matches() || !isChecked(match.group(1) + match.group(2), match.group(3).charAt(0)))
            throw new IllegalArgumentException("not a certificate's number");
    }

    /** @param bits of which the lowest 50 are used */
    public static CertificateNumber of(long bits) {
        var body = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) body.append(ALPHABET.charAt((int) (bits >>> 5 * i & 31)));
        return new CertificateNumber("KV-" + body.substring(0, 5) + "-" + body.substring(5) + "-" + check(body));
    }

    /** Reads what a person typed: any case, any spacing, O for 0, I and L for 1. */
    public static Optional<CertificateNumber> read(String typed) {
        if (typed.length() > 40) return Optional.empty();
        var plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        if (plain.length() != LENGTH + 3 || !plain.startsWith("KV")) return Optional.empty();
        try {
            return Optional.of(new CertificateNumber("KV-" + plain.substring(2, 7) + "-" + plain.substring(7, 12) + "-" + plain.charAt(12)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isChecked(String body, char check) {
        return body.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) && check(body) == check;
    }

    private static char check(CharSequence body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int value = ALPHABET.indexOf(body.charAt(body.length() - 1 - i)) * (i % 2 == 0 ? 2 : 1);
            sum += value / 32 + value % 32;
        }
        return ALPHABET.charAt((32 - sum % 32) % 32);
    }
}
