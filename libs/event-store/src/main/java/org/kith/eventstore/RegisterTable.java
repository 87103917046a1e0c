package org.kith.eventstore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that shows what streams have come to, one row each, replaced in the commit of the events: whoever was told that
 * something is done also finds it. The table has {@code id text, version bigint} as its primary key, before its own columns;
 * with the version in the key, the new row may be inserted before the old one is gone. The service is granted SELECT, INSERT and
 * DELETE on it. Name both companions when the {@link EventStore} is built.
 */
public record RegisterTable(CompanionTable shown, CompanionTable superseded) {

    public static RegisterTable of(String name, CompanionTable.Column... columns) {
        var id = CompanionTable.column("id", ColumnType.TEXT);
        var version = CompanionTable.column("version", ColumnType.BIGINT);
        var all = new ArrayList<>(List.of(id, version));
        all.addAll(Arrays.asList(columns));
        return new RegisterTable(
                CompanionTable.rows(name, all.toArray(CompanionTable.Column[]::new)), CompanionTable.removal(name, id, version));
    }

    public List<CompanionTable> companions() {
        return List.of(shown, superseded);
    }

    /**
     * @param version of the stream after the append
     * @param added how many events the append adds; with none the row stands as it is
     * @param values of the table's own columns
     */
    public List<CompanionRow> show(String id, long version, int added, @Nullable Object... values) {
        if (added == 0) return List.of();
        var all = new ArrayList<@Nullable Object>(values.length + 2);
        all.add(id);
        all.add(version);
        all.addAll(Arrays.asList(values));
        var row = new CompanionRow(shown, all);
        return version == added ? List.of(row) : List.of(row, superseded.row(id, version - added));
    }
}
