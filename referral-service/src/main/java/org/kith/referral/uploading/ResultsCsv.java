package org.kith.referral.uploading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results as CSV, one line for each fault of a refused row. No cell can be a formula to the spreadsheet that opens it. */
final class ResultsCsv {
    private static final String DANGEROUS = "=+-@\t\r\n";
    private static final ObjectWriter WRITER = new CsvMapper().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).writerFor(String[][].class)
            .with(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private ResultsCsv() {}

    static String of(List<RowResult> results) {
        var lines = new ArrayList<String[]>();
        lines.add(new String[] {"row", "result", "referral", "column", "code", "message"});
        for (var one : results) {
            var referral = one.referral() == null ? null : one.referral().toString();
            if (one.errors().isEmpty()) lines.add(line(one, referral, null, null, null));
            for (var error : one.errors()) lines.add(line(one, referral, error.field(), error.code(), error.message()));
        }
        try {
            return WRITER.writeValueAsString(lines.toArray(String[][]::new));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("results are text only", e);
        }
    }

    private static String[] line(RowResult one, @Nullable String referral, @Nullable String column, @Nullable String code, @Nullable String message) {
        return new String[] {Integer.toString(one.row()), cell(one.result()), cell(referral), cell(column), cell(code), cell(message)};
    }

    /** An apostrophe before what a spreadsheet would calculate. */
    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) return "";
        return DANGEROUS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
