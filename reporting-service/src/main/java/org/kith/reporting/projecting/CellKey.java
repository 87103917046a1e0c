package org.kith.reporting.projecting;

import java.math.BigDecimal;

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
