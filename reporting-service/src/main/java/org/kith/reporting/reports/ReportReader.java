package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Indicator;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.Measure;
import org.kith.reporting.models.ActiveProjections;
import org.kith.reporting.projecting.ActiveProjection;
import org.kith.reporting.storage.Columns;
import org.kith.web.problem.Problems;

/** Reads numbers in one transaction that sees one moment only, so that all of a report's numbers belong together. */
@Singleton
public class ReportReader {
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    /**
     * Without sorting: nobody can guess how many rows the elements of an array bring, and the planner, guessing few, sorts hundreds of
     * thousands of members that hashing makes distinct in half the time.
     */
    private static final String BOUNDED = "SELECT set_config('statement_timeout', '20s', true), set_config('work_mem', '24MB', true), set_config('enable_sort', 'off', true)";
    private static final String STATE = """
            SELECT (SELECT id FROM projection WHERE programme = $1 AND state = 'live'),
                (SELECT nullif(min(through), '-infinity') FROM position),
                (SELECT count(*) FROM dead_letter WHERE state = 'waiting' AND known_at <= coalesce($2::timestamptz, 'infinity'))
            """;

    private final Pool pool;
    private final ActiveProjections projections;

    ReportReader(Pool pool, ActiveProjections projections) {
        this.pool = pool;
        this.projections = projections;
    }

    /**
     * How far the projections stand.
     *
     * @param through every event that became known up to then is counted; null when that is not known yet
     * @param waiting records known by the asked moment that could not be counted yet
     */
    record Standing(@Nullable Instant through, long waiting) {}

    /** Something read from a projection, with how far it stood. */
    record Answer<T>(ActiveProjection projection, Standing standing, T read) {}

    /** One read of a projection, on a connection that sees one moment only. */
    interface Read<T> {
        Uni<T> of(SqlConnection connection, ActiveProjection projection);
    }

    /** Fails with 404 for a programme without a model and 503 for one that is not counted yet. */
    <T> Uni<Answer<T>> read(String programme, @Nullable Instant asOf, Read<T> read) {
        return pool.withTransaction(connection -> Uni.join()
                .all(List.of(connection.query(ONE_MOMENT).execute(), connection.query(BOUNDED).execute(), state(connection, programme, asOf)))
                .andFailFast()
                .chain(answers -> {
                    var row = answers.getLast().iterator().next();
                    Integer id = row.getInteger(0);
                    if (id == null) throw Problems.unavailable("This programme is being counted for the first time.", Duration.ofSeconds(2));
                    OffsetDateTime through = row.getOffsetDateTime(1);
                    var standing = new Standing(through == null ? null : through.toInstant(), row.getLong(2));
                    return projection(id).chain(projection -> read.of(connection, projection).map(found -> new Answer<>(projection, standing, found)));
                }));
    }

    /** The value of every series of the model, with the question that it answers. */
    record Numbers(ReportQuestion question, Measured measured) {}

    /** @param asked the question, which may depend on the model */
    Uni<Answer<Numbers>> numbers(String programme, @Nullable Instant asOf, Function<LogicModel, ReportQuestion> asked) {
        return read(programme, asOf, (connection, projection) -> {
            var question = asked.apply(projection.model());
            return measure(connection, projection, question).map(measured -> new Numbers(question, measured));
        });
    }

    private static Uni<Measured> measure(SqlConnection connection, ActiveProjection projection, ReportQuestion question) {
        var counts = new HashMap<Window, Measure>();
        var members = new HashMap<Window, Measure>();
        var samples = new HashMap<Window, Measure>();
        for (Indicator indicator : projection.model().indicators()) {
            for (var series : indicator.series()) {
                var kind = series.measure() instanceof Measure.Distinct ? members : Window.keepsSamples(series.measure()) ? samples : counts;
                kind.put(Window.of(projection, series, question.period()), series.measure());
            }
        }
        var into = Measured.of(projection);
        return Uni.join().all(List.of(
                CountsQuery.run(connection, projection.id(), List.copyOf(counts.keySet()), byNumber(counts), question, into),
                MembersQuery.run(connection, projection.id(), List.copyOf(members.keySet()), question, into),
                SamplesQuery.run(connection, projection.id(), List.copyOf(samples.keySet()), byNumber(samples), question, into)))
                .andFailFast().replaceWith(into);
    }

    private static Map<Integer, Measure> byNumber(Map<Window, Measure> windows) {
        var byNumber = new HashMap<Integer, Measure>();
        windows.forEach((window, measure) -> byNumber.put(window.series(), measure));
        return byNumber;
    }

    private static Uni<RowSet<Row>> state(
            SqlConnection connection, String programme, @Nullable Instant asOf) {
        return connection.preparedQuery(STATE).execute(Tuple.tuple().addString(programme).addValue(asOf == null ? null : Columns.moment(asOf)));
    }

    /** Another process may have swapped a projection in that this one has not seen. */
    private Uni<ActiveProjection> projection(int id) {
        return projections.live().byId(id).map(known -> Uni.createFrom().item(known)).orElseGet(() -> projections.reload()
                .map(live -> live.byId(id).orElseThrow(() -> Problems.unavailable("The programme's numbers have just been replaced.", Duration.ofSeconds(1)))));
    }
}
