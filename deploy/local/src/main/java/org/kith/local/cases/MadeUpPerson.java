package org.kith.local.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Somebody who does not exist. */
final class MadeUpPerson {

    private static final List<String> GIVEN = List.of("Wilhelmina", "Barnaby", "Philomena", "Cuthbert", "Araminta", "Leopold", "Ottilie", "Ignatius", "Seraphina", "Montague");
    private static final List<String> FAMILY = List.of("Testcase", "Sampleton", "Exampleby", "Specimen", "Placeholder", "Fictionby", "Madeupham", "Demonstrator");
    private static final List<String> GENDERS = List.of("female", "male", "non-binary", "prefer-not-to-say", "not-asked");
    private static final List<String> ETHNICITIES = List.of("white-british", "white-other", "asian-indian", "black-african", "mixed-other", "prefer-not-to-say", "not-asked");
    private static final List<String> ETHNICITIES_IN_SCOTLAND = List.of("white-scottish", "white-other-british", "white-polish", "asian-pakistani", "african", "prefer-not-to-say",
            "not-asked");
    /** No fixed abode: a postcode that is nobody's. */
    private static final String POSTCODE = "ZZ99 3VZ";

    private MadeUpPerson() {}

    static String givenName(RandomGenerator random) {
        return pick(random, GIVEN);
    }

    static String familyName(RandomGenerator random) {
        return pick(random, FAMILY);
    }

    /** As the body of a referral has it. */
    static Map<String, Object> referred(RandomGenerator random) {
        var person = new LinkedHashMap<String, Object>();
        person.put("nhsNumber", nhsNumber(random));
        person.put("givenName", givenName(random));
        person.put("familyName", familyName(random));
        person.put("birthDate", "%d-%02d-%02d".formatted(random.nextInt(1935, 2006), random.nextInt(1, 13), random.nextInt(1, 29)));
        person.put("postcode", POSTCODE);
        person.put("gender", pick(random, GENDERS));
        person.put("ethnicity", pick(random, ETHNICITIES));
        return person;
    }

    /** The same, with an ethnic group by Scotland's own list. */
    static Map<String, Object> referredInScotland(RandomGenerator random) {
        var person = referred(random);
        person.put("ethnicity", pick(random, ETHNICITIES_IN_SCOTLAND));
        return person;
    }

    /** Of the range 999 000 0000 to 999 999 9999, with the check digit that the number needs. */
    static String nhsNumber(RandomGenerator random) {
        while (true) {
            var nine = "999" + "%06d".formatted(random.nextInt(1_000_000));
            var sum = 0;
            for (var i = 0; i < 9; i++) sum += (10 - i) * (nine.charAt(i) - '0');
            var check = (11 - sum % 11) % 11;
            if (check != 10) return nine + check;
        }
    }

    static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
