package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Measure;
import org.kith.reporting.reports.Measured.Value;
import org.kith.reporting.storage.Columns;

/**
 * Counts and sums. Now: from the daily roll-ups. As of a moment: from what became known in the hours before its own, and from
 * the contributions of that one hour.
 */
final class CountsQuery {
    private static final String WINDOWS = "unnest($1::int[], $2::date[], $3::date[], $4::date[], $5::date[]) AS w (series, first, last, first_date, last_date)";
    private static final String NOW = """
            SELECT c.series, c.area, c.dimension, c.value, sum(r.number)::int8, sum(r.total)::text
            FROM %s
            JOIN cell c ON c.projection = $6 AND c.series = w.series AND ($7::text IS NULL OR c.area = $7)
            JOIN rollup r ON r.projection = $6 AND r.cell = c.id AND r.day BETWEEN w.first AND w.last AND r.period_date BETWEEN w.first_date AND w.last_date
            GROUP BY 1, 2, 3, 4
            """.formatted(WINDOWS);
    private static final String BEFORE_THE_HOUR = NOW.replace("JOIN rollup r ON", "JOIN rollup_history r ON r.known_hour < $8 AND");
    private static final String WITHIN_THE_HOUR = """
            SELECT c.series, c.area, c.dimension, c.value, sum(k.sign * k.number)::int8, sum(k.sign * k.amount)::text
            FROM (
                SELECT 1 AS sign, cells, series, day, period_date, number, amount FROM contribution
                WHERE projection = $6 AND subject IS NULL AND known_from >= $8 AND known_from <= $9
                UNION ALL
                SELECT -1, cells, series, day, period_date, number, amount FROM contribution
                WHERE projection = $6 AND subject IS NULL AND known_to >= $8 AND known_to <= $9
            ) AS k
            JOIN %s ON k.series = w.series AND k.day BETWEEN w.first AND w.last AND k.period_date BETWEEN w.first_date AND w.last_date
            CROSS JOIN unnest(k.cells) AS cell
            JOIN cell c ON c.id = cell AND ($7::text IS NULL OR c.area = $7)
            GROUP BY 1, 2, 3, 4
            """.formatted(WINDOWS);

    private CountsQuery() {}

    /** @param measures by the number of their series: Count, Milestone, Narrative, Sum, Median */
    static Uni<Void> run(
            SqlConnection connection, int projection, List<Window> windows, Map<Integer, Measure> measures, ReportQuestion question, Measured into) {
        var answers = new ArrayList<Uni<RowSet<Row>>>();
        if (question.asOf() == null) {
            answers.add(connection.preparedQuery(NOW).execute(parameters(projection, windows, question.area())));
        } else {
            Instant hour = question.asOf().truncatedTo(ChronoUnit.HOURS);
            answers.add(connection.preparedQuery(BEFORE_THE_HOUR)
                    .execute(parameters(projection, windows, question.area()).addValue(Columns.moment(hour))));
            answers.add(connection.preparedQuery(WITHIN_THE_HOUR)
                    .execute(parameters(projection, windows, question.area()).addValue(Columns.moment(hour)).addValue(Columns.moment(question.asOf()))));
        }
        return Uni.join().all(answers).andFailFast()
                .invoke(sets -> {
                    var medians = new Medians();
                    sets.forEach(rows -> rows.forEach(row -> add(row, measures.get(row.getInteger(0)), medians, into)));
                    medians.putInto(into);
                }).replaceWithVoid();
    }

    static Tuple parameters(int projection, List<Window> windows, @Nullable String area) {
        return Columns.of(windows).ints(Window::series).days(Window::first).days(Window::last).days(Window::firstDate).days(Window::lastDate).tuple()
                .addInteger(projection).addString(area);
    }

    private static void add(Row row, @Nullable Measure measure, Medians medians, Measured into) {
        int series = row.getInteger(0);
        long number = row.getLong(4);
        if (measure instanceof Measure.Median) {
            medians.add(series, row.getString(1), row.getString(2), row.getString(3), number);
            return;
        }
        var value = new Value(measure instanceof Measure.Sum ? new BigDecimal(row.getString(5)) : BigDecimal.valueOf(number), number);
        var part = new CellRef(row.getString(1), row.getString(2), row.getString(3));
        into.add(series, part, value);
        into.add(series, part.ofAllAreas(), value);
    }
}
