package org.kith.eventstore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row to be stored in the commit of an append.
 *
 * @param values in the order of the table's columns; held as the driver wants them
 */
public record CompanionRow(CompanionTable table, List<@Nullable Object> values) {

    /** @throws IllegalArgumentException when the values do not fit the table's columns in number or type */
    public CompanionRow {
        var columns = table.columns();
        if (values.size() != columns.size())
            throw new IllegalArgumentException(table.name() + " has " + columns.size() + " columns, not " + values.size());
        var converted = new ArrayList<@Nullable Object>(values.size());
        for (int i = 0; i < values.size(); i++) {
            try {
                converted.add(columns.get(i).type().convert(values.get(i)));
            } catch (ClassCastException e) {
                // without the cause: its message may quote nothing, but the value itself must never reach a log
                throw new IllegalArgumentException(table.name() + "." + columns.get(i).name() + " wants " + columns.get(i).type());
            }
        }
        values = Collections.unmodifiableList(converted);
    }

    /** The values of the key columns: what makes two claims the same. */
    List<@Nullable Object> key() {
        var key = new ArrayList<@Nullable Object>(table.key().size());
        for (int i = 0; i < values.size(); i++) if (table.key().contains(table.columns().get(i).name())) key.add(values.get(i));
        return key;
    }

    /** Values may be personal; a row never shows them. */
    @Override
    public String toString() {
        return "row of " + table.name();
    }
}
