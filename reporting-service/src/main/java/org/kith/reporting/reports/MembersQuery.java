package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.util.List;
import org.kith.reporting.reports.Measured.Value;
import org.kith.reporting.storage.Columns;

/**
 * Distinct counts, from one row of each subject and month, and of each day at the period's ragged ends. One subject in two areas is
 * one in all areas together, so the two are counted apart. Each counting is of what a subselect has made distinct, because that
 * hashes where {@code count(DISTINCT …)} sorts; and cells are joined by their key, which stays quick when statistics are old. Members lie under
 * the references that events carry; one person's are one as long as they are merged.
 */
final class MembersQuery {
    private static final String NOW = """
            WITH present AS MATERIALIZED (
                SELECT DISTINCT cell, coalesce((SELECT merged_as_of('infinity')) ->> m.subject, m.subject) AS subject
                FROM unnest($1::int[], $2::date[], $3::date[], $4::date[], $5::date[], $8::int[]) AS w (series, first, last, first_date, last_date, months)
                JOIN member m ON m.projection = $6 AND m.series = w.series AND m.months = w.months AND m.day BETWEEN w.first AND w.last
                    AND m.period_date BETWEEN w.first_date AND w.last_date
                CROSS JOIN unnest(m.cells) AS cell
            )
            SELECT c.series, c.area, c.dimension, c.value, subjects
            FROM (SELECT cell, count(*) AS subjects FROM present GROUP BY cell) AS counted JOIN cell c ON c.id = cell
            WHERE $7::text IS NULL OR c.area = $7
            UNION ALL
            SELECT series, NULL, dimension, value, count(*)
            FROM (
                SELECT DISTINCT c.series, c.dimension, c.value, subject FROM present JOIN cell c ON c.id = cell WHERE $7::text IS NULL OR c.area = $7
            ) AS of_all_areas GROUP BY series, dimension, value
            """;
    private static final String AS_OF = NOW.replace("JOIN member m ON", """
            JOIN (
                SELECT projection, series, months, day, period_date, subject, cells FROM member WHERE known_from <= $9
                UNION ALL
                SELECT projection, series, months, day, period_date, subject, cells FROM member_past WHERE known_from <= $9 AND known_to > $9
            ) AS m ON""").replace("'infinity'", "$9");

    private MembersQuery() {}

    static Uni<Void> run(SqlConnection connection, int projection, List<Window> windows, ReportQuestion question, Measured into) {
        var pieces = windows.stream().flatMap(window -> MemberWindow.of(window).stream()).toList();
        var parameters = CountsQuery.parameters(projection, pieces.stream().map(MemberWindow::window).toList(), question.area())
                .addArrayOfInteger(pieces.stream().map(MemberWindow::months).toArray(Integer[]::new));
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
