package org.kith.referral.uploading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/**
 * A file as it was sent: CSV by RFC 4180 in UTF-8, the columns' names in the first row.
 *
 * @param columns of the first row, in its order
 * @param rows the cells of each further row as they are, blank rows left out
 */
record CsvFile(List<Column> columns, List<Row> rows) {
    private static final int LONGEST_CELL = 8_000;
    private static final int MOST_CELLS = 200;
    private static final ObjectReader READER = reader();

    /** @param number as a spreadsheet counts: the first row is 1 */
    record Row(int number, List<String> cells) {}

    /**
     * @param most rows after the first
     * @throws org.kith.web.problem.ProblemException 400 for what is not CSV in UTF-8, 422 naming the columns that are wrong, or too many rows
     */
    static CsvFile read(byte[] bytes, int most) {
        try (MappingIterator<String[]> lines = READER.readValues(text(bytes))) {
            var columns = columns(lines);
            var rows = new ArrayList<Row>();
            for (int number = 2; lines.hasNextValue(); number++) {
                var cells = List.of(lines.nextValue());
                if (cells.size() > MOST_CELLS) throw notCsv();
                if (cells.stream().allMatch(String::isBlank)) continue;
                if (rows.size() == most) throw tooMany(most);
                rows.add(new Row(number, cells));
            }
            if (rows.isEmpty()) throw Problems.unreadable("no-rows", "The file has no row after the first.");
            return new CsvFile(columns, List.copyOf(rows));
        } catch (IOException e) {
            throw notCsv();
        }
    }

    private static List<Column> columns(MappingIterator<String[]> lines) throws IOException {
        if (!lines.hasNextValue()) throw Problems.unreadable("no-rows", "The file is empty.");
        var invalid = new Invalid();
        var columns = new ArrayList<Column>();
        for (var title : lines.nextValue()) {
            var column = Column.titled(title).orElse(null);
            // what is no name of a column may be somebody's: a file without its first row
            if (column == null) invalid.add("column " + (columns.size() + 1), "unknown-column", "There is no column of this name.");
            else invalid.check(!columns.contains(column), column.title(), "repeated-column", "This column is there twice.");
            columns.add(column == null ? Column.PROGRAMME : column);
            if (columns.size() > MOST_CELLS) throw notCsv();
        }
        for (var column : Column.values()) if (column.isRequired()) invalid.check(columns.contains(column), column.title(), "required", "This column is required.");
        invalid.throwIfAny();
        return columns;
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) throw notCsv();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problems.unreadable("not-utf-8", "The file is not in UTF-8: in a spreadsheet, save it as \"CSV UTF-8\".");
        }
    }

    private static RuntimeException notCsv() {
        return Problems.unreadable("not-csv", "The file is not CSV as it should be: look at its quotation marks, and at cells of more than " + LONGEST_CELL + " characters.");
    }

    private static RuntimeException tooMany(int most) {
        return Problems.invalid(new Invalid().add("rows", "too-many", "At most " + most + " rows: send the others in another file.").errors());
    }

    private static ObjectReader reader() {
        JsonFactory bounded = CsvFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_CELL).build())
                .build();
        return new CsvMapper((CsvFactory) bounded).readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);
    }
}
