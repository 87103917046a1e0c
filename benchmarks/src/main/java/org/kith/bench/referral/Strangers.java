package org.kith.bench.referral;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A different fictional person for each referral, with numbers from the range that is given to nobody. It has some 900,000 of
 * them: enough for every row once, on a platform that begins empty.
 */
public final class Strangers {
    private static final int RANGE = 1_000_000;

    private int next;

    /** @param known how many of them the service knows already, from earlier rows */
    Strangers(long known) {
        for (long i = 0; i < known; i++) number();
    }

    /** Those whom the running platform does not know yet. */
    public static Strangers toThePlatform() throws IOException, SQLException {
        var kith = RunningKith.find().orElseThrow();
        try (var owner = kith.database("referral");
                var statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM vault_identifier")) {
            rows.next();
            return new Strangers(rows.getLong(1));
        }
    }

    /** The next one's, as JSON. */
    public String referral() {
        int number = number();
        return """
                {"programme":"norfolk-living-well","source":"primary-care","practice":"KITH-NLW-07",\
                "person":{"nhsNumber":"999%1$06d%2$d","givenName":"Wilhelmina","familyName":"Testcase%1$06d","birthDate":"1947-05-12",\
                "postcode":"PE36 5DN","gender":"female","ethnicity":"not-asked","phone":"01632 960123"},\
                "reasons":["social-isolation","long-term-condition"],"consent":{"given":true,"how":"verbal"},\
                "note":"Lives alone since the summer and would like company."}""".formatted(number, check(number));
    }

    private synchronized int number() {
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
