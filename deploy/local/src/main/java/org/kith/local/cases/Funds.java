package org.kith.local.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kith.local.reference.ReferenceData;

/**
 * The programmes' funds as their reference data has them, each open from a day to a day.
 *
 * @param entries with {@code id}, {@code programme}, {@code from} and {@code to}
 */
record Funds(List<JsonNode> entries) {

    static Funds in(Path programmes) {
        return new Funds(ReferenceData.entries(programmes, "funds"));
    }

    /** The programme's fund that is open on a day; of several the one that ends first, which is a year's own money. */
    Optional<String> open(String programme, LocalDate day) {
        return entries.stream()
                .filter(fund -> fund.path("programme").asText().equals(programme))
                .filter(fund -> !day.isBefore(date(fund, "from")) && !day.isAfter(date(fund, "to")))
                .min(Comparator.comparing(fund -> date(fund, "to")))
                .map(fund -> fund.path("id").asText());
    }

    private static LocalDate date(JsonNode fund, String field) {
        return LocalDate.parse(fund.path(field).asText());
    }
}
