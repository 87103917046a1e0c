package org.kith.referral.linkage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;

/** An extract as CSV: a row a person, several values in a cell separated by |. Every cell is a code, a month or a number. */
final class ExtractCsv {
    private static final String[] COLUMNS = {
            "linkageId", "numberKind", "programme", "area", "ageBand", "gender", "ethnicity", "reasons", "supportedFrom", "supportedUntil", "contacts",
            "signposted", "onwardReferrals", "servicesUsed", "outcome"};
    private static final ObjectWriter WRITER = new CsvMapper().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).writerFor(String[][].class)
            .with(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private ExtractCsv() {}

    static String of(Extract extract) {
        var lines = new ArrayList<String[]>();
        lines.add(COLUMNS);
        for (var one : extract.rows())
            lines.add(new String[] {
                    one.linkageId(), one.numberKind(), one.programme(), one.area(), one.ageBand(), one.gender(), one.ethnicity(), String.join("|", one.reasons()),
                    one.supportedFrom(), one.supportedUntil(), numbers(one.contacts()), numbers(one.signposted()), numbers(one.onwardReferrals()),
                    String.join("|", one.servicesUsed()), one.outcome()});
        try {
            return WRITER.writeValueAsString(lines.toArray(String[][]::new));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an extract is text only", e);
        }
    }

    private static String numbers(Map<String, Integer> counted) {
        return counted.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("|"));
    }
}
