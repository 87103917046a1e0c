package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.folding.Amount.Sample;
import org.kith.logicmodel.folding.DatedSample;
import org.kith.logicmodel.folding.Samples;
import org.kith.reporting.reports.Measured.Value;
import org.kith.reporting.storage.Columns;

/**
 * Paired changes, latest and standing numbers. All samples of a series are read whatever the area, because a
 * subject's last one decides where it stands; then each part that has any is evaluated. A subject is who its reference was known to be
 * of at the asked moment.
 */
final class SamplesQuery {
    private static final String CELLS = "SELECT id, area, dimension, value FROM cell WHERE projection = $1 AND series = ANY ($2)";
    private static final String NOW = """
            SELECT k.series, k.cells, coalesce((SELECT merged_as_of('infinity')) ->> k.subject, k.subject), k.scale, k.occasion, k.amount::text, k.day, k.occurred_at
            FROM unnest($1::int[], $2::date[], $3::date[], $4::date[], $5::date[]) AS w (series, first, last, first_date, last_date)
            JOIN contribution k ON k.projection = $6 AND k.series = w.series AND k.day BETWEEN w.first AND w.last
                AND k.period_date BETWEEN w.first_date AND w.last_date
            WHERE k.occasion IS NOT NULL AND k.known_to IS NULL AND $7::text IS NULL
            """;
    private static final String AS_OF = NOW.replace("k.known_to IS NULL", "k.known_from <= $8 AND (k.known_to IS NULL OR k.known_to > $8)").replace("'infinity'", "$8");

    private SamplesQuery() {}

    /** @param measures by the number of their series */
    static Uni<Void> run(
            SqlConnection connection, int projection, List<Window> windows, Map<Integer, Measure> measures, ReportQuestion question, Measured into) {
        if (windows.isEmpty()) return Uni.createFrom().voidItem();
        var cells = connection.preparedQuery(CELLS).execute(
                Tuple.of(projection).addArrayOfInteger(measures.keySet().toArray(Integer[]::new)));
        var parameters = CountsQuery.parameters(projection, windows, null);
        var asOf = question.asOf();
        var samples = asOf == null
                ? connection.preparedQuery(NOW).execute(parameters)
                : connection.preparedQuery(AS_OF).execute(parameters.addValue(Columns.moment(asOf)));
        return Uni.join().all(List.of(cells, samples)).andFailFast()
                .invoke(answers -> evaluate(parts(answers.getFirst()), answers.getLast(), measures, question, into)).replaceWithVoid();
    }

    private static Map<Integer, CellRef> parts(RowSet<Row> rows) {
        var parts = new HashMap<Integer, CellRef>();
        for (var row : rows) parts.put(row.getInteger(0), new CellRef(row.getString(1), row.getString(2), row.getString(3)));
        return parts;
    }

    private static void evaluate(
            Map<Integer, CellRef> parts, RowSet<Row> rows, Map<Integer, Measure> measures, ReportQuestion question, Measured into) {
        var samples = new HashMap<Integer, List<DatedSample>>();
        for (var row : rows) samples.computeIfAbsent(row.getInteger(0), _ -> new ArrayList<>()).add(sample(row));
        measures.forEach((series, measure) -> {
            var all = samples.getOrDefault(series, List.of());
            cellsOf(all, parts, question).forEach((part, cells) -> {
                var value = Samples.evaluate(measure, all, question.period(), sample -> !Collections.disjoint(sample.cells(), cells));
                into.add(series, part, new Value(value.value(), value.subjects()));
            });
        });
    }

    /** The cells that make up each part: one for an area, those of all asked areas for a total or a break-down's value. */
    private static Map<CellRef, Set<Integer>> cellsOf(List<DatedSample> samples, Map<Integer, CellRef> parts, ReportQuestion question) {
        var cells = new HashMap<CellRef, Set<Integer>>();
        cells.put(CellRef.TOTAL, new HashSet<>());
        samples.stream().flatMap(sample -> sample.cells().stream()).distinct().forEach(cell -> {
            var part = parts.get(cell);
            if (part == null || (question.area() != null && !question.area().equals(part.area()))) return;
            if (part.dimension().isEmpty()) cells.computeIfAbsent(part, _ -> new HashSet<>()).add(cell);
            cells.computeIfAbsent(part.ofAllAreas(), _ -> new HashSet<>()).add(cell);
        });
        return cells;
    }

    private static DatedSample sample(Row row) {
        return new DatedSample(
                new Sample(row.getString(2), row.getString(3), row.getString(4), new BigDecimal(row.getString(5))),
                row.getLocalDate(6), row.getOffsetDateTime(7).toInstant(), Set.of(row.getArrayOfIntegers(1)));
    }
}
