package org.kith.reporting.projecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.reporting.projecting.Deltas.MemberKey;
import org.kith.reporting.storage.ArrayLiteral;
import org.kith.reporting.storage.Columns;

/**
 * Takes events out again, exactly: what an event added stays known for the time between its arrival and that of the event
 * which voids it. A void is final: voiding the voiding event takes out what that one added, and brings nothing back. Rare, so
 * it is done from the contributions, which are the whole truth, rather than by clever deltas.
 */
@Singleton
public class Voids {
    private static final String REMEMBER = """
            INSERT INTO voided AS v (event_id, known_at) SELECT * FROM unnest($1::uuid[], $2::timestamptz[])
            ON CONFLICT (event_id) DO UPDATE SET known_at = excluded.known_at WHERE excluded.known_at < v.known_at
            """;
    private static final String FIND = "SELECT event_id, known_at FROM voided WHERE event_id = ANY($1)";

    /** Every part of the statement sees the contributions as they were before it. */
    private static final String TAKE_OUT = """
            WITH voiding AS (
                SELECT * FROM unnest($1::uuid[], $2::timestamptz[]) AS v (event_id, at)
            ), touched AS (
                SELECT c.*, v.at, greatest(v.at, c.known_from) AS ends
                FROM voiding v JOIN fact f USING (event_id) JOIN contribution c ON c.known_from = f.known_at AND c.event_id = v.event_id
                WHERE c.projection = ANY($3::int[]) AND (c.known_to IS NULL OR v.at < c.known_to)
            ), counted AS (
                SELECT t.*, cell FROM touched t, unnest(t.cells) AS cell WHERE t.subject IS NULL
            ), uncounted AS (
                INSERT INTO rollup AS r (projection, cell, day, period_date, number, total)
                SELECT projection, cell, day, period_date, -sum(number), -sum(amount) FROM counted WHERE known_to IS NULL
                GROUP BY projection, cell, day, period_date ORDER BY cell, day, period_date
                ON CONFLICT (projection, cell, day, period_date) DO UPDATE SET number = r.number + excluded.number, total = r.total + excluded.total
            ), rewritten AS (
                INSERT INTO rollup_history AS r (projection, cell, day, period_date, known_hour, number, total)
                SELECT projection, cell, day, period_date, date_trunc('hour', at, 'UTC'), sum(number), sum(amount)
                FROM (SELECT projection, cell, day, period_date, ends AS at, -number AS number, -amount AS amount FROM counted
                      UNION ALL
                      SELECT projection, cell, day, period_date, known_to, number, amount FROM counted WHERE known_to IS NOT NULL)
                GROUP BY 1, 2, 3, 4, 5 ORDER BY 2, 3, 4, 5
                ON CONFLICT (projection, cell, day, period_date, known_hour)
                    DO UPDATE SET number = r.number + excluded.number, total = r.total + excluded.total
            ), ended AS (
                UPDATE contribution c SET known_to = t.at
                FROM touched t WHERE t.at > t.known_from AND c.projection = t.projection AND c.series = t.series AND c.day = t.day AND c.event_id = t.event_id
            ), never_known AS (
                DELETE FROM contribution c
                USING touched t WHERE t.at <= t.known_from AND c.projection = t.projection AND c.series = t.series AND c.day = t.day AND c.event_id = t.event_id
            )
            SELECT DISTINCT projection, series, day, period_date, subject, cells FROM touched WHERE subject IS NOT NULL AND occasion IS NULL
            """;
    private static final String KEYS = """
            (SELECT projection, series, months, day, period_date, subject, cells::int[] AS cells
             FROM unnest($1::int[], $2::int[], $3::int[], $4::date[], $5::date[], $6::text[], $7::text[])
                AS k (projection, series, months, day, period_date, subject, cells)) AS k""";
    private static final String FORGET_MEMBERS = """
            DELETE FROM member m USING %s
            WHERE (m.projection, m.series, m.months, m.day, m.period_date, m.subject, m.cells)
                = (k.projection, k.series, k.months, k.day, k.period_date, k.subject, k.cells)
            """.formatted(KEYS);
    private static final String FORGET_PAST_MEMBERS = FORGET_MEMBERS.replace("FROM member m", "FROM member_past m");
    private static final String COUNT_AGAIN = """
            WITH run AS (
                SELECT k.*, known.run FROM %1$s, LATERAL (SELECT unnest(range_agg(known)) AS run FROM (%2$s) AS every (known)) AS known
            ), still AS (
                INSERT INTO member SELECT projection, series, months, day, period_date, subject, cells, lower(run) FROM run WHERE upper_inf(run)
            )
            INSERT INTO member_past
            SELECT projection, series, months, day, period_date, subject, cells, lower(run), upper(run) FROM run WHERE NOT upper_inf(run)
            """;
    private static final String COUNT_DAYS_AGAIN = COUNT_AGAIN.formatted(KEYS, """
            SELECT tstzrange(c.known_from, c.known_to) FROM contribution c
            WHERE (c.projection, c.series, c.day, c.period_date, c.subject, c.cells)
                = (k.projection, k.series, k.day, k.period_date, k.subject, k.cells)
            """);
    /** From the days, each looked up by its key: a month's contributions may be very many. */
    private static final String COUNT_MONTHS_AGAIN = COUNT_AGAIN.formatted(KEYS, """
            SELECT tstzrange(m.known_from, NULL) FROM generate_series(k.day, k.day + interval '1 month' - interval '1 day', '1 day') AS d
            JOIN member m ON (m.projection, m.series, m.months, m.day, m.period_date, m.subject, m.cells)
                = (k.projection, k.series, 0, d::date, k.period_date, k.subject, k.cells)
            UNION ALL
            SELECT tstzrange(m.known_from, m.known_to) FROM generate_series(k.day, k.day + interval '1 month' - interval '1 day', '1 day') AS d
            JOIN member_past m ON (m.projection, m.series, m.months, m.day, m.period_date, m.subject, m.cells)
                = (k.projection, k.series, 0, d::date, k.period_date, k.subject, k.cells)
            """);

    /** Keeps for each voided event the earliest moment at which that was known. */
    Uni<Void> remember(SqlConnection connection, Map<UUID, Instant> voids) {
        return connection.preparedQuery(REMEMBER).execute(columns(voids).tuple()).replaceWithVoid();
    }

    /** Which of these events are voided, and since when that is known. */
    Uni<Map<UUID, Instant>> among(SqlConnection connection, Collection<UUID> events) {
        return connection.preparedQuery(FIND).execute(Tuple.tuple().addArrayOfUUID(events.toArray(UUID[]::new))).map(rows -> {
            var voids = new HashMap<UUID, Instant>();
            for (var row : rows) voids.put(row.getUUID(0), row.getOffsetDateTime(1).toInstant());
            return voids;
        });
    }

    /** Ends what these events added to these projections at the given moments, unless it ended earlier. Doing it again changes nothing. */
    Uni<Void> takeOut(SqlConnection connection, Map<UUID, Instant> voids, Collection<Integer> projections) {
        if (voids.isEmpty()) return Uni.createFrom().voidItem();
        var parameters = columns(voids).tuple().addArrayOfInteger(projections.toArray(Integer[]::new));
        return connection.preparedQuery(TAKE_OUT).execute(parameters)
                .map(rows -> rows.stream().map(Voids::memberKey).sorted().toList())
                .chain(keys -> countAgain(connection, keys));
    }

    /** @param days keys of days */
    private Uni<Void> countAgain(SqlConnection connection, List<MemberKey> days) {
        if (days.isEmpty()) return Uni.createFrom().voidItem();
        var months = days.stream().map(MemberKey::ofMonth).distinct().sorted().toList();
        return countAgain(connection, days, COUNT_DAYS_AGAIN).chain(() -> countAgain(connection, months, COUNT_MONTHS_AGAIN));
    }

    private static Uni<Void> countAgain(SqlConnection connection, List<MemberKey> keys, String count) {
        var parameters = Projector.members(keys);
        return connection.preparedQuery(FORGET_MEMBERS).execute(parameters)
                .chain(() -> connection.preparedQuery(FORGET_PAST_MEMBERS).execute(parameters))
                .chain(() -> connection.preparedQuery(count).execute(parameters))
                .replaceWithVoid();
    }

    private static MemberKey memberKey(Row row) {
        return new MemberKey(
                row.getInteger(0), row.getInteger(1), 0, row.getLocalDate(2), row.getLocalDate(3), row.getString(4),
                ArrayLiteral.of(List.of(row.getArrayOfIntegers(5))));
    }

    private static Columns<Map.Entry<UUID, Instant>> columns(Map<UUID, Instant> voids) {
        return Columns.of(voids.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()).uuids(Map.Entry::getKey).moments(Map.Entry::getValue);
    }
}
