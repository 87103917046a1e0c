package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kith.logicmodel.Measure;
import org.kith.logicmodel.folding.Amount.Sample;
import org.kith.logicmodel.folding.DatedSample;
import org.kith.logicmodel.folding.Samples;
import org.kith.reporting.reports.Measured.Value;
import org.kith.reporting.storage.Columns;

/**
 * Paired changes, medians, latest and standing numbers. All samples of a series are read whatever the area, because a
 * subject's last one decides where it stands; then each part that has any is evaluated.
 */
final class SamplesQuery {
    private static final String CELLS = "SELECT id, area, dimension, value FROM cell WHERE projection = $1 AND series = ANY ($2)";
    private static final String NOW = """
            SELECT k.series, k.cells, k.subject, k.scale, k.occasion, k.amount::text, k.day, k.occurred_at, k.period_date
            FROM unnest($1::int[], $2::date[], $3::date[], $4::date[], $5::date[]) AS w (series, first, last, first_date, last_date)
            JOIN contribution k ON k.projection = $6 AND k.series = w.series AND k.day BETWEEN w.first AND w.last
                AND k.period_date BETWEEN w.first_date AND w.last_date
            WHERE k.occasion IS NOT NULL AND k.known_to IS NULL AND $7::text IS NULL
            """;
    private static final String AS_OF = NOW.replace("k.known_to IS NULL", "k.known_from <= $8 AND (k.known_to IS NULL OR k.known_to > $8)");

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
        var partsOf = new IdentityHashMap<DatedSample, Set<CellRef>>();
        for (var row : rows) {
            var sample = sample(row);
            samples.computeIfAbsent(row.getInteger(0), _ -> new ArrayList<>()).add(sample);
            partsOf.put(sample, parts(row.getArrayOfIntegers(1), parts));
        }
        measures.forEach((series, measure) -> {
            var all = samples.getOrDefault(series, List.of());
            var asked = CellRef.of(question.area());
            put(into, series, CellRef.TOTAL, measure, all, question, question.area() == null ? _ -> true : sample -> has(partsOf, sample, asked));
            var present = all.stream().flatMap(sample -> partsOf.getOrDefault(sample, Set.of()).stream()).collect(Collectors.toSet());
            present.stream().filter(part -> part.dimension().isEmpty()).forEach(part ->
                    put(into, series, part, measure, all, question, sample -> has(partsOf, sample, part)));
            present.stream().filter(part -> !part.dimension().isEmpty()).map(CellRef::ofAllAreas).distinct().forEach(part ->
                    put(into, series, part, measure, all, question, sample -> hasAnywhere(partsOf, sample, part, question)));
        });
    }

    private static void put(
            Measured into, int series, CellRef part, Measure measure, List<DatedSample> all, ReportQuestion question, Predicate<DatedSample> within) {
        var value = Samples.evaluate(measure, all, question.period(), within);
        into.add(series, part, new Value(value.value(), value.subjects()));
    }

    private static boolean has(Map<DatedSample, Set<CellRef>> partsOf, DatedSample sample, CellRef part) {
        return partsOf.getOrDefault(sample, Set.of()).contains(part);
    }

    private static boolean hasAnywhere(Map<DatedSample, Set<CellRef>> partsOf, DatedSample sample, CellRef part, ReportQuestion question) {
        return partsOf.getOrDefault(sample, Set.of()).stream()
                .anyMatch(own -> own.ofAllAreas().equals(part) && (question.area() == null || question.area().equals(own.area())));
    }

    private static Set<CellRef> parts(Integer[] cells, Map<Integer, CellRef> parts) {
        return java.util.Arrays.stream(cells).map(parts::get).collect(Collectors.toSet());
    }

    private static DatedSample sample(Row row) {
        LocalDate day = row.getLocalDate(6);
        return new DatedSample(
                new Sample(row.getString(2), row.getString(3), row.getString(4), new BigDecimal(row.getString(5))),
                day, row.getOffsetDateTime(7).toInstant(), row.getLocalDate(8));
    }
}
