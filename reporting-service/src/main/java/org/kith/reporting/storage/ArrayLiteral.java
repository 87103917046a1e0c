package org.kith.reporting.storage;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * An array as text, {@code {"a","b"}}: an array of arrays cannot be unnested by one level, so a column of arrays travels as a
 * column of these.
 */
public final class ArrayLiteral {
    private ArrayLiteral() {}

    public static String of(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
