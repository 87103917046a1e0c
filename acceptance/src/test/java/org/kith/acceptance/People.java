package org.kith.acceptance;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Plainly fictional people, every one different, with NHS numbers from the range that is never issued. */
final class People {
    record Person(String nhsNumber, String givenName, String familyName, String postcode) {
        String json() {
            return """
                {"nhsNumber": "%s", "givenName": "%s", "familyName": "%s", "birthDate": "1951-03-14", "postcode": "%s",
                 "gender": "female", "ethnicity": "not-asked"}"""
                    .formatted(nhsNumber, givenName, familyName, postcode);
        }
    }

    private static final int SERIALS = 1_000_000;
    private static final AtomicInteger NEXT = new AtomicInteger(new Random().nextInt(SERIALS));

    private People() {}

    /** Somebody nobody has met before in this run, and hardly in another. */
    static Person someone() {
        while (true) {
            var serial = NEXT.getAndIncrement() % SERIALS;
            var digits = "999%06d".formatted(serial);
            var check = checkDigit(digits);
            if (check < 10) return new Person(digits + check, "Testgiven" + serial, "Testfamily" + serial, "ZZ99 3VZ");
        }
    }

    /** Modulus 11 over the first nine digits, weights 10 to 2; 10 means that no such number exists. */
    private static int checkDigit(String nine) {
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (nine.charAt(i) - '0') * (10 - i);
        return (11 - sum % 11) % 11;
    }
}
