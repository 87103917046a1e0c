package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kith.logicmodel.Indicator;
import org.kith.reporting.projecting.ActiveProjection;
import org.kith.reporting.reports.EventsPage.EventView;
import org.kith.reporting.storage.Columns;

/** The events behind one indicator, a page at a time, straight along an index: a page costs the same wherever it is. */
final class EventsQuery {
    private static final String PAGE = """
            SELECT k.series, k.day, f.event_id, f.type, f.stream, f.occurred_at, f.known_at, f.area, f.provider, k.amount::text,
                coalesce((
                    SELECT s.person FROM merge_statement s WHERE s.reference = k.subject AND s.known_at <= coalesce($10::timestamptz, 'infinity')
                    ORDER BY s.known_at DESC, s.stream_version DESC LIMIT 1), k.subject),
                k.occasion, f.data::text
            FROM contribution k JOIN fact f USING (event_id)
            WHERE k.projection = $1 AND k.series = $2 AND k.day BETWEEN $3 AND $4 AND k.period_date BETWEEN $5 AND $6 AND (k.day, k.event_id) > ($7, $8)
                AND ($9::text IS NULL OR $9 = (SELECT c.area FROM cell c WHERE c.id = k.cells[1]))
                AND k.known_from <= coalesce($10::timestamptz, 'infinity') AND (k.known_to IS NULL OR k.known_to > $10::timestamptz)
            ORDER BY k.day, k.event_id LIMIT $11
            """;

    private EventsQuery() {}

    /** One page's events with where it ended; {@code more}: there is another one. */
    record Found(List<EventView> events, EventsCursor last, boolean more) {}

    static Uni<Found> run(
            SqlConnection connection, ActiveProjection projection, Indicator indicator, ReportQuestion question, EventsCursor after, int size) {
        var page = Uni.createFrom().item(new Found(List.of(), after, false));
        for (var series : indicator.series()) {
            int number = projection.number(series.key());
            if (number < after.series()) continue;
            var window = Window.of(projection, series, question.period());
            page = page.chain(found -> found.more() || found.events().size() > size
                    ? Uni.createFrom().item(found)
                    : more(connection, projection, series.key(), window, question, found, number == after.series() ? after : EventsCursor.START, size));
        }
        return page;
    }

    private static Uni<Found> more(
            SqlConnection connection, ActiveProjection projection, String series, Window window, ReportQuestion question, Found found, EventsCursor after,
            int size) {
        int room = size - found.events().size();
        var asOf = question.asOf();
        var parameters = Tuple.tuple()
                .addInteger(projection.id()).addInteger(window.series()).addLocalDate(window.first()).addLocalDate(window.last())
                .addLocalDate(window.firstDate()).addLocalDate(window.lastDate()).addLocalDate(after.day()).addUUID(after.event())
                .addString(question.area()).addValue(asOf == null ? null : Columns.moment(asOf)).addInteger(room + 1);
        return connection.preparedQuery(PAGE).execute(parameters).map(rows -> {
            var events = new ArrayList<>(found.events());
            var last = found.last();
            for (var row : rows) {
                if (events.size() == size) return new Found(events, last, true);
                events.add(event(row, series));
                last = new EventsCursor(window.series(), row.getLocalDate(1), row.getUUID(2));
            }
            return new Found(events, last, false);
        });
    }

    private static EventView event(Row row, String series) {
        var subject = row.getString(10);
        var amount = new BigDecimal(row.getString(9));
        boolean counts = amount.signum() == 0 && row.getString(11) == null;
        return new EventView(
                row.getUUID(2), row.getString(3), row.getString(4), series, row.getLocalDate(1), row.getOffsetDateTime(5).toInstant(),
                row.getOffsetDateTime(6).toInstant(), row.getString(7), row.getString(8), counts ? null : amount, subject, row.getString(12));
    }
}
