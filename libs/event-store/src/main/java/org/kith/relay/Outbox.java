package org.kith.relay;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The table {@code outbox} as the leader sees it. */
final class Outbox {
    record Entry(long position, String envelope, String data) {}

    /** The function of the schema, which says how. */
    private static final String STEP = "SELECT position, envelope, data FROM relay_step($1, $2, $3, $4) ORDER BY position";

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /**
     * @param acknowledged positions to delete
     * @param underWay positions sent and not yet acknowledged
     * @param most rows to bring
     * @return the next rows, in the order of positions; none either when the epoch is no longer the leader's
     */
    List<Entry> step(long epoch, List<Long> acknowledged, List<Long> underWay, int most) {
        var skip = new ArrayList<Long>(acknowledged.size() + underWay.size());
        skip.addAll(acknowledged);
        skip.addAll(underWay);
        var rows = database.query(STEP, Tuple.of(epoch, acknowledged.toArray(Long[]::new), skip.toArray(Long[]::new), (long) most));
        var entries = new ArrayList<Entry>(rows.size());
        for (Row row : rows) entries.add(new Entry(row.getLong(0), row.getString(1), row.getString(2)));
        return entries;
    }
}
