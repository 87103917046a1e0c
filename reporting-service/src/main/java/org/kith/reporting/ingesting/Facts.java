package org.kith.reporting.ingesting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.kith.reporting.storage.ArrayLiteral;
import org.kith.reporting.storage.Columns;

/** The fact table, which only ever grows. */
@Singleton
public class Facts {
    private static final String INSERT = """
            INSERT INTO fact (event_id, source, source_offset, known_at, type, schema_version, stream, stream_version, occurred_at, occurred_on,
                    programmes, area, provider, voids, data)
            SELECT event_id, source, source_offset, known_at, type, schema_version, stream, stream_version, occurred_at, occurred_on,
                    programmes::text[], area, provider, voids::uuid[], data::json
            FROM unnest($1::uuid[], $2::int[], $3::int8[], $4::timestamptz[], $5::text[], $6::int[], $7::text[], $8::int8[], $9::timestamptz[],
                    $10::date[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[])
                AS arrived (event_id, source, source_offset, known_at, type, schema_version, stream, stream_version, occurred_at, occurred_on,
                    programmes, area, provider, voids, data)
            ON CONFLICT (event_id) DO NOTHING
            RETURNING event_id
            """;

    /** @return the ids of those that were not there yet */
    Uni<Set<UUID>> insert(SqlConnection connection, List<ArrivedEvent> events, ToIntFunction<ArrivedEvent> source) {
        if (events.isEmpty()) return Uni.createFrom().item(Set.of());
        var parameters = Columns.of(events)
                .uuids(ArrivedEvent::id).ints(source::applyAsInt).longs(event -> event.arrival().offset()).moments(ArrivedEvent::knownAt)
                .texts(event -> event.envelope().type()).ints(event -> event.envelope().schemaVersion())
                .texts(event -> event.envelope().stream()).longs(event -> event.envelope().streamVersion())
                .moments(event -> event.envelope().occurredAt()).days(event -> event.fact().occurredOn())
                .texts(event -> ArrayLiteral.of(event.envelope().programmes())).texts(event -> event.envelope().area())
                .texts(event -> event.envelope().provider())
                .texts(event -> event.envelope().voids().isEmpty() ? null : ArrayLiteral.of(event.envelope().voids())).texts(ArrivedEvent::json).tuple();
        return connection.preparedQuery(INSERT).execute(parameters).map(rows -> {
            var inserted = new HashSet<UUID>();
            for (var row : rows) inserted.add(row.getUUID(0));
            return inserted;
        });
    }
}
