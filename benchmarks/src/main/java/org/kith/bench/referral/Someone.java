package org.kith.bench.referral;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A different fictional person for each referral: numbers from the range that is given to nobody. */
public final class Someone {
    private static final int RANGE = 1_000_000;
    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(RANGE));

    private Someone() {}

    public static String referral() {
        int number = Math.floorMod(NEXT.getAndIncrement(), RANGE);
        while (check(number) == 10) number = Math.floorMod(NEXT.getAndIncrement(), RANGE);
        return """
                {"programme":"norfolk-living-well","source":"primary-care","practice":"KITH-NLW-07",\
                "person":{"nhsNumber":"999%06d%d","givenName":"Wilhelmina","familyName":"Testcase%06d","birthDate":"1947-05-12",\
                "postcode":"PE36 5DN","gender":"female","ethnicity":"not-asked","phone":"01632 960123"},\
                "reasons":["social-isolation","long-term-condition"],"consent":{"given":true,"how":"verbal"},\
                "note":"Lives alone since the summer and would like company."}""".formatted(number, check(number), number);
    }

    private static int check(int number) {
        var digits = "999%06d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 9; i++) sum += (digits.charAt(i) - '0') * (10 - i);
        return (11 - sum % 11) % 11;
    }
}
