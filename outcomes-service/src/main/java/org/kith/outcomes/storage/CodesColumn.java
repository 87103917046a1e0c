package org.kith.outcomes.storage;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.List;

/** A list of codes in one column, with commas, which no code contains. */
public final class CodesColumn implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> codes) {
        return write(codes);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split(","));
    }

    public static String write(List<String> codes) {
        return String.join(",", codes);
    }
}
