package org.kith.reporting.projecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.kith.reporting.projecting.Deltas.CountRow;
import org.kith.reporting.projecting.Deltas.MemberKey;
import org.kith.reporting.projecting.Deltas.MemberRow;
import org.kith.reporting.storage.ArrayLiteral;
import org.kith.reporting.storage.Columns;

/** Writes additions: four statements, however many events there are, sent one behind the other without waiting. */
@Singleton
public class Projector {
    private static final String CONTRIBUTIONS = """
            INSERT INTO contribution (projection, series, day, event_id, cells, number, amount, subject, scale, occasion, occurred_at, period_date, known_from)
            SELECT projection, series, day, event_id, cells::int[], number, amount::numeric, subject, scale, occasion, occurred_at, period_date, known_from
            FROM unnest($1::int[], $2::int[], $3::date[], $4::uuid[], $5::text[], $6::int8[], $7::text[], $8::text[], $9::text[], $10::text[],
                    $11::timestamptz[], $12::date[], $13::timestamptz[])
                AS added (projection, series, day, event_id, cells, number, amount, subject, scale, occasion, occurred_at, period_date, known_from)
            """;
    private static final String COUNTS = """
            INSERT INTO rollup AS r (projection, cell, day, period_date, number, total)
            SELECT projection, cell, day, period_date, number, total::numeric
            FROM unnest($1::int[], $2::int[], $3::date[], $4::date[], $5::int8[], $6::text[]) AS added (projection, cell, day, period_date, number, total)
            ON CONFLICT (projection, cell, day, period_date) DO UPDATE SET number = r.number + excluded.number, total = r.total + excluded.total
            """;
    private static final String HISTORY = """
            INSERT INTO rollup_history AS r (projection, cell, day, period_date, known_hour, number, total)
            SELECT projection, cell, day, period_date, known_hour, number, total::numeric
            FROM unnest($1::int[], $2::int[], $3::date[], $4::date[], $5::timestamptz[], $6::int8[], $7::text[])
                AS added (projection, cell, day, period_date, known_hour, number, total)
            ON CONFLICT (projection, cell, day, period_date, known_hour)
                DO UPDATE SET number = r.number + excluded.number, total = r.total + excluded.total
            """;
    private static final String MEMBERS = """
            INSERT INTO member AS m (projection, series, months, day, period_date, subject, cells, known_from)
            SELECT projection, series, months, day, period_date, subject, cells::int[], known_from
            FROM unnest($1::int[], $2::int[], $3::int[], $4::date[], $5::date[], $6::text[], $7::text[], $8::timestamptz[])
                AS added (projection, series, months, day, period_date, subject, cells, known_from)
            ON CONFLICT (projection, series, months, day, period_date, subject, cells)
                DO UPDATE SET known_from = excluded.known_from WHERE excluded.known_from < m.known_from
            """;

    /**
     * Adds to every table, in the caller's transaction.
     *
     * @param ids the id of every cell of the additions
     */
    public Uni<Void> write(SqlConnection connection, Collection<Addition> additions, Map<CellKey, Integer> ids) {
        if (additions.isEmpty()) return Uni.createFrom().voidItem();
        var deltas = Deltas.of(additions, ids);
        var statements = List.of(
                connection.preparedQuery(CONTRIBUTIONS).execute(Columns.of(additions)
                        .ints(Addition::projection).ints(Addition::series).days(Addition::day).uuids(Addition::eventId)
                        .texts(addition -> ArrayLiteral.of(addition.cells().stream().map(ids::get).toList()))
                        .longs(Addition::number).texts(addition -> addition.amount().toPlainString())
                        .texts(Addition::subject).texts(Addition::scale).texts(Addition::occasion)
                        .moments(Addition::occurredAt).days(Addition::periodDate).moments(Addition::knownFrom).tuple()),
                connection.preparedQuery(COUNTS).execute(counts(deltas.counts()).longs(CountRow::number).texts(row -> row.total().toPlainString()).tuple()),
                connection.preparedQuery(HISTORY).execute(counts(deltas.history())
                        .moments(row -> row.key().knownHour()).longs(CountRow::number).texts(row -> row.total().toPlainString()).tuple()),
                connection.preparedQuery(MEMBERS).execute(members(deltas.members().stream().map(MemberRow::key).toList())
                        .addArrayOfOffsetDateTime(deltas.members().stream().map(row -> Columns.moment(row.knownFrom())).toArray(OffsetDateTime[]::new))));
        return Uni.join().all(statements).andFailFast().replaceWithVoid();
    }

    private static Columns<CountRow> counts(Collection<CountRow> rows) {
        return Columns.of(rows)
                .ints(row -> row.key().projection()).ints(row -> row.key().cell()).days(row -> row.key().day()).days(row -> row.key().periodDate());
    }

    static Tuple members(Collection<MemberKey> keys) {
        return Columns.of(keys)
                .ints(MemberKey::projection).ints(MemberKey::series).ints(MemberKey::months).days(MemberKey::day).days(MemberKey::periodDate)
                .texts(MemberKey::subject).texts(MemberKey::cells).tuple();
    }
}
