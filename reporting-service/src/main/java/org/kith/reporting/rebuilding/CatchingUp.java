package org.kith.reporting.rebuilding;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kith.logicmodel.Fact;
import org.kith.reporting.ingesting.DataJson;
import org.kith.reporting.projecting.ActiveProjection;
import org.kith.reporting.projecting.Addition;
import org.kith.reporting.projecting.Cells;
import org.kith.reporting.projecting.Folding;
import org.kith.reporting.projecting.Projecting;
import org.kith.reporting.projecting.Projecting.NewFact;
import org.kith.reporting.projecting.SwapGate;

/** Counts into a loaded projection what has come in since, and swaps it in when nothing is left. */
@Singleton
public class CatchingUp {
    private static final String READ = "SELECT id, next_offset FROM position";
    private static final String FACTS = """
            SELECT f.event_id, f.type, f.occurred_at, f.occurred_on, f.programmes, f.area, f.provider, f.data, f.known_at, f.voids
            FROM unnest($1::int[], $2::int8[], $3::int8[]) AS w (source, start, stop)
            JOIN fact f ON f.source = w.source AND f.source_offset >= w.start AND f.source_offset < w.stop
            """;
    private static final String RETIRE = "UPDATE projection SET state = 'retired', retired_at = now() WHERE programme = $1 AND state = 'live'";
    private static final String TAKE_PLACE = "UPDATE projection SET state = 'live', live_at = now() WHERE id = $1 AND state = 'building'";

    private final Pool pool;
    private final Cells cells;
    private final Projecting projecting;
    private final SwapGate gate;

    CatchingUp(Pool pool, Cells cells, Projecting projecting, SwapGate gate) {
        this.pool = pool;
        this.cells = cells;
        this.projecting = projecting;
        this.gate = gate;
    }

    private record Missed(List<NewFact> facts, List<Addition> additions) {}

    /**
     * One round, beside the counting of others.
     *
     * @return how far the projection is counted now, by source
     */
    Uni<Map<Integer, Long>> round(ActiveProjection projection, Map<Integer, Long> counted) {
        return pool.withTransaction(connection -> read(connection).chain(read -> count(connection, projection, Windows.between(counted, read))));
    }

    /**
     * The last round, which keeps everybody else from counting: what is left is counted, and the projection takes its place.
     *
     * @return false when there was more left than fits into a round
     */
    Uni<Boolean> swap(ActiveProjection projection, Map<Integer, Long> counted) {
        return pool.withTransaction(connection -> gate.close(connection).chain(() -> read(connection)).chain(read -> {
            var windows = Windows.between(counted, read);
            if (!windows.ends().equals(read)) return Uni.createFrom().item(false);
            return count(connection, projection, windows)
                    .chain(() -> connection.preparedQuery(RETIRE).execute(Tuple.of(projection.model().programme())))
                    .chain(() -> connection.preparedQuery(TAKE_PLACE).execute(Tuple.of(projection.id())))
                    .map(rows -> {
                        if (rows.rowCount() != 1) throw new IllegalStateException("the projection is not being built any more");
                        return true;
                    });
        }));
    }

    private static Uni<Map<Integer, Long>> read(SqlConnection connection) {
        return connection.preparedQuery(READ).execute().map(rows -> {
            var read = new HashMap<Integer, Long>();
            for (var row : rows) read.put(row.getInteger(0), row.getLong(1));
            return read;
        });
    }

    private Uni<Map<Integer, Long>> count(SqlConnection connection, ActiveProjection projection, Windows windows) {
        if (windows.isEmpty()) return Uni.createFrom().item(windows.ends());
        var sources = List.copyOf(windows.from().keySet());
        var parameters = Tuple.tuple()
                .addArrayOfInteger(sources.toArray(Integer[]::new))
                .addArrayOfLong(sources.stream().map(windows.from()::get).toArray(Long[]::new))
                .addArrayOfLong(sources.stream().map(windows.ends()::get).toArray(Long[]::new));
        return connection.preparedQuery(FACTS).execute(parameters)
                .map(rows -> missed(projection, rows))
                .chain(missed -> cells.ids(missed.additions()).chain(ids -> projecting.count(connection, missed.facts(), missed.additions(), ids, List.of(projection.id()))))
                .replaceWith(windows.ends());
    }

    private static Missed missed(ActiveProjection projection, Iterable<Row> rows) {
        var facts = new ArrayList<NewFact>();
        var additions = new ArrayList<Addition>();
        for (var row : rows) {
            var knownAt = row.getOffsetDateTime(8).toInstant();
            var voids = row.getArrayOfUUIDs(9);
            facts.add(new NewFact(row.getUUID(0), knownAt, voids == null ? List.of() : Arrays.asList(voids)));
            additions.addAll(Folding.additions(fact(row), knownAt, List.of(projection)));
        }
        return new Missed(facts, additions);
    }

    private static Fact fact(Row row) {
        try {
            return new Fact(
                    row.getUUID(0), row.getString(1), row.getOffsetDateTime(2).toInstant(), row.getLocalDate(3), Arrays.asList(row.getArrayOfStrings(4)),
                    row.getString(5), row.getString(6), DataJson.read(row.getValue(7).toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact's data cannot be read any more", e);
        }
    }
}
