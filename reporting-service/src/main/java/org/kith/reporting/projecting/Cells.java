package org.kith.reporting.projecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.reporting.storage.Columns;

/**
 * The ids of cells, remembered once they are committed. A cell is made in a transaction of its own, before the batch that
 * needs it: one that is never counted into is harmless, an id from a transaction that was undone is not.
 */
@Singleton
public class Cells {
    private static final String MAKE = """
            INSERT INTO cell (projection, series, area, dimension, value)
            SELECT * FROM unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[])
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND = """
            SELECT id, projection, series, area, dimension, value
            FROM cell JOIN unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[]) AS asked (projection, series, area, dimension, value)
                USING (projection, series, area, dimension, value)
            """;

    private final Pool pool;
    private final Map<CellKey, Integer> known = new ConcurrentHashMap<>();

    Cells(Pool pool) {
        this.pool = pool;
    }

    /** The id of every cell that the additions need. */
    public Uni<Map<CellKey, Integer>> ids(Collection<Addition> additions) {
        var ids = new HashMap<CellKey, Integer>();
        additions.stream().flatMap(addition -> addition.cells().stream()).distinct().forEach(key -> ids.put(key, known.getOrDefault(key, 0)));
        var missing = ids.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(CellKey::toString))
                .toList();
        if (missing.isEmpty()) return Uni.createFrom().item(ids);
        return pool.preparedQuery(MAKE).execute(columns(missing).tuple())
                .chain(() -> pool.preparedQuery(FIND).execute(columns(missing).tuple()))
                .map(rows -> {
                    for (var row : rows) {
                        var key = new CellKey(row.getInteger(1), row.getInteger(2), row.getString(3), row.getString(4), row.getString(5));
                        known.put(key, row.getInteger(0));
                        ids.put(key, row.getInteger(0));
                    }
                    return ids;
                });
    }

    private static Columns<CellKey> columns(List<CellKey> keys) {
        return Columns.of(keys).ints(CellKey::projection).ints(CellKey::series).texts(CellKey::area).texts(CellKey::dimension).texts(CellKey::value);
    }

    /** Forgets a projection that is gone. */
    public void forget(int projection) {
        known.keySet().removeIf(key -> key.projection() == projection);
    }
}
