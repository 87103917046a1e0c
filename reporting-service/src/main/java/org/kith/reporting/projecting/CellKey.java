package org.kith.reporting.projecting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one number stands for.
 *
 * @param projection id of the projection
 * @param series number of the series in its model
 * @param area code, or empty for events of no area
 * @param dimension empty for everything, else the event field of a break-down, and {@code value} one of its values
 */
public record CellKey(int projection, int series, String area, String dimension, String value) {
    private static final String VALUE = "#";

    // Looked up for every event and series: what a record makes of itself is much slower here.

    @Override
    public int hashCode() {
        return (((projection * 31 + series) * 31 + area.hashCode()) * 31 + dimension.hashCode()) * 31 + value.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellKey key && series == key.series && projection == key.projection && value.equals(key.value) && area.equals(key.area)
                && dimension.equals(key.dimension);
    }

    /** The cell that counts how often one number occurs in this one: a median is read from these. */
    CellKey ofNumber(BigDecimal number) {
        return new CellKey(projection, series, area, dimension + VALUE, value + VALUE + number.stripTrailingZeros().toPlainString());
    }

    /** Of what such a cell stands for: the dimension. */
    public static String dimension(String ofNumber) {
        return ofNumber.substring(0, ofNumber.length() - VALUE.length());
    }

    /** The value of that dimension. */
    public static String value(String ofNumber) {
        return ofNumber.substring(0, ofNumber.lastIndexOf(VALUE));
    }

    /** The number that is counted. */
    public static BigDecimal number(String ofNumber) {
        return new BigDecimal(ofNumber.substring(ofNumber.lastIndexOf(VALUE) + VALUE.length()));
    }
}
