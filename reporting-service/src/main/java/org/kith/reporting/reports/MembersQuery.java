package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.util.List;
import org.kith.reporting.reports.Measured.Value;
import org.kith.reporting.storage.Columns;

/** Distinct counts. One subject in two areas is one in all areas together, so the two are counted apart. */
final class MembersQuery {
    private static final String NOW = """
            SELECT c.series, CASE grouping(c.area) WHEN 0 THEN c.area END, c.dimension, c.value, count(DISTINCT m.subject)
            FROM unnest($1::int[], $2::date[], $3::date[], $4::date[], $5::date[]) AS w (series, first, last, first_date, last_date)
            JOIN cell c ON c.projection = $6 AND c.series = w.series AND ($7::text IS NULL OR c.area = $7)
            JOIN member m ON m.projection = $6 AND m.cell = c.id AND m.day BETWEEN w.first AND w.last AND m.period_date BETWEEN w.first_date AND w.last_date
            GROUP BY GROUPING SETS ((c.series, c.dimension, c.value), (c.series, c.area, c.dimension, c.value))
            """;
    private static final String AS_OF = NOW.replace("JOIN member m ON", """
            JOIN (
                SELECT projection, cell, day, period_date, subject FROM member WHERE known_from <= $8
                UNION ALL
                SELECT projection, cell, day, period_date, subject FROM member_past WHERE known_from <= $8 AND known_to > $8
            ) AS m ON""");

    private MembersQuery() {}

    static Uni<Void> run(SqlConnection connection, int projection, List<Window> windows, ReportQuestion question, Measured into) {
        var parameters = CountsQuery.parameters(projection, windows, question.area());
        var asOf = question.asOf();
        var query = asOf == null
                ? connection.preparedQuery(NOW).execute(parameters)
                : connection.preparedQuery(AS_OF).execute(parameters.addValue(Columns.moment(asOf)));
        return query.invoke(rows -> rows.forEach(row -> add(row, into))).replaceWithVoid();
    }

    private static void add(Row row, Measured into) {
        long subjects = row.getLong(4);
        into.add(row.getInteger(0), new CellRef(row.getString(1), row.getString(2), row.getString(3)), new Value(BigDecimal.valueOf(subjects), subjects));
    }
}
