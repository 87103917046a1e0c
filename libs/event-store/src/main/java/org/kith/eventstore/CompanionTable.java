package org.kith.eventstore;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table whose rows go into the same statement and commit as the events of an append. Registered when the
 * {@link EventStore} is built; each is used as a constant, {@code static final}.
 *
 * @param name as in SQL, lower case
 * @param key the columns that tell rows apart, for a claim and a removal; empty for rows
 */
public record CompanionTable(String name, Kind kind, List<String> key, List<Column> columns) {

    public enum Kind {
        /** Inserted with the events; a violated constraint is a bug and fails the append with an exception. */
        ROWS,
        /**
         * Inserted, and it decides whether the append happens at all: when a row with the same key is there already,
         * nothing of the append is stored and the outcome is {@link Outcome.ClaimTaken}. A simultaneous twin waits
         * until the first has committed.
         */
        CLAIM,
        /** The rows with these keys are deleted in the commit of the events. */
        REMOVAL
    }

    public record Column(String name, ColumnType type) {}

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public CompanionTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        requireIdentifier(name);
        columns.forEach(column -> requireIdentifier(column.name()));
        if (columns.isEmpty()) throw new IllegalArgumentException(name + " has no columns");
        if ((kind == Kind.ROWS) != key.isEmpty()) throw new IllegalArgumentException(name + ": claims and removals have a key, rows have none");
        var names = columns.stream().map(Column::name).toList();
        if (!names.containsAll(key)) throw new IllegalArgumentException(name + ": the key must be among the columns");
    }

    public static CompanionTable rows(String name, Column... columns) {
        return new CompanionTable(name, Kind.ROWS, List.of(), List.of(columns));
    }

    /** @param key columns of a unique constraint or index of the table */
    public static CompanionTable claim(String name, List<String> key, Column... columns) {
        return new CompanionTable(name, Kind.CLAIM, key, List.of(columns));
    }

    public static CompanionTable removal(String name, Column... key) {
        return new CompanionTable(name, Kind.REMOVAL, Arrays.stream(key).map(Column::name).toList(), List.of(key));
    }

    public static Column column(String name, ColumnType type) {
        return new Column(name, type);
    }

    /** @param values in the order of the columns, null where SQL shall have NULL */
    public CompanionRow row(@org.jspecify.annotations.Nullable Object... values) {
        return new CompanionRow(this, Arrays.asList(values));
    }

    private static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) throw new IllegalArgumentException("not a plain SQL name: " + name);
    }
}
