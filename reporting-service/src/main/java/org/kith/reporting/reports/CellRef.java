package org.kith.reporting.reports;

import org.jspecify.annotations.Nullable;

/**
 * A part of a series.
 *
 * @param area null for all areas together
 * @param dimension empty for everything, else a break-down's field, with one of its values
 */
record CellRef(@Nullable String area, String dimension, String value) {
    static final CellRef TOTAL = new CellRef(null, "", "");

    static CellRef of(@Nullable String area) {
        return new CellRef(area, "", "");
    }

    CellRef ofAllAreas() {
        return new CellRef(null, dimension, value);
    }
}
