package org.kith.bench.referral;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A different fictional person for each referral, with numbers from the range that is given to nobody. It has some 900,000 of
 * them: enough for every row once, on a platform that begins empty.
 */
public final class Someone {
    private static final int RANGE = 1_000_000;
    private static int next = ThreadLocalRandom.current().nextInt(RANGE / 2);

    private Someone() {}

    /** The first so many are known to the platform from earlier rows. */
    public static synchronized void skip(long people) {
        next = 0;
        for (long i = 0; i < people; i++) number();
    }

    public static String referral() {
        int number = number();
        return """
                {"programme":"norfolk-living-well","source":"primary-care","practice":"KITH-NLW-07",\
                "person":{"nhsNumber":"999%1$06d%2$d","givenName":"Wilhelmina","familyName":"Testcase%1$06d","birthDate":"1947-05-12",\
                "postcode":"PE36 5DN","gender":"female","ethnicity":"not-asked","phone":"01632 960123"},\
                "reasons":["social-isolation","long-term-condition"],"consent":{"given":true,"how":"verbal"},\
                "note":"Lives alone since the summer and would like company."}""".formatted(number, check(number));
    }

    private static synchronized int number() {
        while (check(next) == 10) next++;
        if (next >= RANGE) throw new IllegalStateException("every fictional NHS number has been used: ./kith reset, then ./kith up --empty");
        return next++;
    }

    private static int check(int number) {
        int sum = 9 * (10 + 9 + 8);
        int rest = number;
        for (int weight = 2; weight <= 7; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        return (11 - sum % 11) % 11;
    }
}
