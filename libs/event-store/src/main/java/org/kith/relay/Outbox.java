package org.kith.relay;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The table {@code outbox} as the leader sees it. */
final class Outbox {
    record Entry(long position, String envelope, String data) {}

    // One round trip deletes what is acknowledged and brings what comes next. It skips by position nothing but what is
    // on its way already: a row with a lower position may become visible later than one with a higher.
    private static final String STEP = """
            WITH fence AS MATERIALIZED (SELECT FROM relay_lease WHERE name = 'outbox' AND epoch = $1),
            gone AS (DELETE FROM outbox WHERE position = ANY ($2) AND EXISTS (SELECT FROM fence))
            SELECT position, envelope, data FROM outbox
            WHERE position <> ALL ($3) AND EXISTS (SELECT FROM fence) ORDER BY position LIMIT $4""";

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
