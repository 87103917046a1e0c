package org.kith.reporting.projecting;

/**
 * What one number stands for.
 *
 * @param projection id of the projection
 * @param series number of the series in its model
 * @param area code, or empty for events of no area
 * @param dimension empty for everything, else the event field of a break-down, and {@code value} one of its values
 */
public record CellKey(int projection, int series, String area, String dimension, String value) {}
