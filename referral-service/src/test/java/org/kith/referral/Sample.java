package org.kith.referral;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Fictional people, each with a number of their own from the range that is given to nobody. */
final class Sample {
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 900_000));

    record Person(String nhsNumber, String familyName) {}

    private Sample() {}

    static Person person() {
        while (true) {
            var nine = "%09d".formatted(999_000_000 + NEXT.incrementAndGet() % 1_000_000);
            int check = check(nine);
            if (check < 10) return new Person(nine + check, "Testcase" + UUID.randomUUID().toString().substring(0, 8));
        }
    }

    /** A number that is nobody's yet in these tests. */
    static String chiNumber() {
        while (true) {
            int next = NEXT.incrementAndGet();
            var nine = "%02d%02d%02d%03d".formatted(1 + next % 28, 1 + next / 28 % 12, next / 336 % 100, next / 33_600 % 1000);
            int check = check(nine);
            if (check < 10) return nine + check;
        }
    }

    static String referral(Person person) {
        return """
                {"programme": "norfolk-living-well", "source": "primary-care", "practice": "KITH-NLW-07",
                 "person": {"nhsNumber": "%s", "givenName": "Wilhelmina", "familyName": "%s", "birthDate": "1947-05-12", "postcode": "PE36 5DN"},
                 "reasons": ["debt"], "consent": {"given": true, "how": "verbal"}, "note": "Lives alone."}""".formatted(person.nhsNumber(), person.familyName());
    }

    /** @param at when it was referred */
    static String referral(Person person, Object at) {
        return referral(person).replace("\"note\"", "\"occurredAt\": \"%s\", \"note\"".formatted(at));
    }

    private static int check(String nine) {
        int sum = 0;
        for (int i = 0; i < 9; i++) sum += (nine.charAt(i) - '0') * (10 - i);
        return (11 - sum % 11) % 11;
    }
}
