package org.kith.eventstore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The statements for each combination of companion tables that groups have brought so far. Used on one thread. */
final class AppendStatements {
    record Texts(String plain, String careful) {}

    private final List<CompanionTable> companions;
    private final Map<Long, Texts> texts = new HashMap<>();

    AppendStatements(List<CompanionTable> companions) {
        this.companions = companions;
        if (companions.size() > 62) throw new IllegalArgumentException("more companion tables than an append can tell apart");
        if (new HashSet<>(companions).size() < companions.size()) throw new IllegalArgumentException("a companion table is registered twice");
    }

    /** Which companion tables the rows go to, one bit each; on any thread. */
    long tables(Append append) {
        long tables = 0;
        for (var row : append.rows()) tables |= 1L << indexOf(row.table());
        return tables;
    }

    CompanionTable table(int index) {
        return companions.get(index);
    }

    Texts texts(long tables) {
        return texts.computeIfAbsent(tables, _ -> {
            var sql = new AppendSql(companions, tables);
            return new Texts(sql.plain(), sql.careful());
        });
    }

    AppendParameters parameters(List<Append> group, long tables) {
        return new AppendParameters(group, companions, tables);
    }

    /** Tables are constants, so mostly one look at the reference tells. */
    static boolean same(CompanionTable one, CompanionTable other) {
        return one == other || one.equals(other);
    }

    private int indexOf(CompanionTable table) {
        for (int i = 0; i < companions.size(); i++) if (same(companions.get(i), table)) return i;
        throw new IllegalArgumentException(table.name() + " is not registered with this event store");
    }
}
