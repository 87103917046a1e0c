package org.kith.referral.deprivation;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.referral.people.Postcode;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/**
 * A part of an edition as it was sent: CSV in UTF-8 with its columns named in the first row.
 *
 * @param places by postcode as it is stored, in the order of the file
 */
record PartFile(Map<String, Place> places) {
    private static final String POSTCODE = "postcode";
    private static final String DECILE = "decile";
    private static final String COUNCIL_AREA = "council_area";
    /** The published look-ups have it; nothing here needs to know so exactly where somebody lives, so it is read over. */
    private static final String DATA_ZONE = "data_zone";
    private static final Set<String> COLUMNS = Set.of(POSTCODE, DECILE, COUNCIL_AREA, DATA_ZONE);
    private static final int LONGEST_CELL = 100;
    private static final ObjectReader READER = reader();

    /** @param row as a spreadsheet counts: the columns' names are row 1 */
    record Place(int row, int decile, @Nullable String councilArea) {}

    /**
     * @param councilAreas codes that may stand there
     * @throws org.kith.web.problem.ProblemException 400 for what is not CSV in UTF-8, 422 naming the rows that are wrong
     */
    static PartFile read(byte[] bytes, Set<String> councilAreas) {
        try (MappingIterator<String[]> lines = READER.readValues(text(bytes))) {
            if (!lines.hasNextValue()) throw Problems.unreadable("no-rows", "The file is empty.");
            var invalid = new Invalid();
            var columns = columns(lines.nextValue(), invalid);
            invalid.throwIfAny();
            var places = new LinkedHashMap<String, Place>();
            for (int row = 2; lines.hasNextValue(); row++) place(lines.nextValue(), row, columns, councilAreas, places, invalid);
            invalid.throwIfAny();
            if (places.isEmpty()) throw Problems.unreadable("no-rows", "The file has no row after the first.");
            return new PartFile(places);
        } catch (IOException e) {
            throw notCsv();
        }
    }

    private static List<String> columns(String[] titles, Invalid invalid) {
        var columns = Arrays.stream(titles).map(title -> title.strip().toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < columns.size(); i++) {
            invalid.check(COLUMNS.contains(columns.get(i)), "column " + (i + 1), "unknown-column", "There is no column of this name.");
            invalid.check(columns.indexOf(columns.get(i)) == i, "column " + (i + 1), "repeated-column", "This column is there twice.");
        }
        for (var needed : List.of(POSTCODE, DECILE)) invalid.check(columns.contains(needed), needed, "required", "This column is required.");
        return columns;
    }

    private static void place(String[] cells, int row, List<String> columns, Set<String> councilAreas, Map<String, Place> places, Invalid invalid) {
        if (Arrays.stream(cells).allMatch(String::isBlank)) return;
        var at = "row " + row;
        if (!invalid.check(cells.length == columns.size(), at, "cells", "The row has another number of cells than the first.")) return;
        var postcode = Postcode.read(cells[columns.indexOf(POSTCODE)]).map(Postcode::text).orElse(null);
        invalid.check(postcode != null, at, "postcode", "This is no postcode.");
        int decile = decile(cells[columns.indexOf(DECILE)].strip());
        invalid.check(decile > 0, at, "decile", "A whole number from 1, the most deprived tenth, to 10.");
        int place = columns.indexOf(COUNCIL_AREA);
        var council = place < 0 || cells[place].isBlank() ? null : cells[place].strip().toLowerCase(Locale.ROOT);
        invalid.check(council == null || councilAreas.contains(council), at, "council-area", "This is not in the code list 'council-area'.");
        if (postcode != null) invalid.check(places.putIfAbsent(postcode, new Place(row, decile, council)) == null, at, "twice", "This postcode is there twice.");
    }

    /** 0 for what is none. */
    private static int decile(String text) {
        boolean number = text.length() <= 2 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int decile = number ? Integer.parseInt(text) : 0;
        return decile <= 10 ? decile : 0;
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problems.unreadable("not-utf-8", "The file is not in UTF-8.");
        }
    }

    private static RuntimeException notCsv() {
        return Problems.unreadable("not-csv", "The file is not CSV as it should be: look at its quotation marks.");
    }

    private static ObjectReader reader() {
        JsonFactory bounded = CsvFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_CELL).build())
                .build();
        return new CsvMapper((CsvFactory) bounded).readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);
    }
}
