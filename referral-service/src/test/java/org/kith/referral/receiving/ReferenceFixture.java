package org.kith.referral.receiving;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kith.reference.CodeList;
import org.kith.reference.Practice;
import org.kith.reference.Programme;
import org.kith.reference.Reference;

/** Two programmes, one practice that changed its cluster, and the code lists that a referral needs. */
final class ReferenceFixture {
    static final Reference REFERENCE = new Reference(
            Map.of(
                    "norfolk-living-well",
                    new Programme("norfolk-living-well", "Norfolk", "public-task", Map.of("coastal", "Coastal", "fens", "Fens"), null),
                    "clics", new Programme("clics", "CLICS", "public-task", Map.of("CP4", "CP4"), null),
                    "sird-2021", new Programme("sird-2021", "SiRD", "public-task", Map.of("scotland", "Scotland"), "scotland")),
            Map.of(
                    "source", list("source", "primary-care", "self"),
                    "reasons", list("reasons", "debt", "social-isolation"),
                    "gender", list("gender", "female", "prefer-not-to-say", "not-asked"),
                    "ethnicity", list("ethnicity", "white-british", "prefer-not-to-say", "not-asked"),
                    "ethnicity-scotland", list("ethnicity-scotland", "white-scottish", "prefer-not-to-say", "not-asked"),
                    "consent-how", list("consent-how", "verbal"),
                    "consent-by", list("consent-by", "self-competent", "parent"),
                    "age-band", list("age-band", "0-15", "16-64", "65-over", "not-asked")),
            Map.of("P1", practice("P1")),
            Map.of(),
            Map.of());

    private ReferenceFixture() {}

    private static Practice practice(String code) {
        var clusters = new TreeMap<LocalDate, String>();
        clusters.put(LocalDate.parse("2018-02-01"), "coastal");
        clusters.put(LocalDate.parse("2026-01-01"), "fens");
        return new Practice(code, "A practice", Map.of("norfolk-living-well", clusters));
    }

    private static CodeList list(String name, String... codes) {
        var labels = new LinkedHashMap<String, String>();
        Arrays.stream(codes).forEach(code -> labels.put(code, code));
        return new CodeList(name, 1, labels);
    }
}
