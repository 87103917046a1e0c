package org.kith.eventstore;

import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The append as one SQL statement, one text for each combination of companion tables that a group brings. */
final class AppendStatements {
    private final List<CompanionTable> companions;
    private final Map<Long, String> texts = new HashMap<>();

    AppendStatements(List<CompanionTable> companions) {
        this.companions = companions;
        if (companions.size() > 62) throw new IllegalArgumentException("more companion tables than an append can tell apart");
        if (new HashSet<>(companions).size() < companions.size()) throw new IllegalArgumentException("a companion table is registered twice");
    }

    /** Which companion tables the rows go to, one bit each. */
    long tables(Append append) {
        long tables = 0;
        for (var row : append.rows()) tables |= 1L << indexOf(row.table());
        return tables;
    }

    CompanionTable table(int index) {
        return companions.get(index);
    }

    private int indexOf(CompanionTable table) {
        for (int i = 0; i < companions.size(); i++) if (same(companions.get(i), table)) return i;
        throw new IllegalArgumentException(table.name() + " is not registered with this event store");
    }

    /** Tables are constants, so mostly one look at the reference tells. */
    private static boolean same(CompanionTable one, CompanionTable other) {
        return one == other || one.equals(other);
    }

    String text(long tables) {
        return texts.computeIfAbsent(tables, this::compose);
    }

    /**
     * Why it is shaped so:
     * <ul>
     *   <li>{@code asked} and {@code taken} look, without locks, which appends cannot go on; they are answered and the
     *       rest goes on without them.
     *   <li>{@code moved} locks every stream in the order of ids, in one pass for new and old ones: two groups that took
     *       them in different orders would wait for each other for ever. What follows waits for it by counting it:
     *       claims come after all streams, and outbox positions are drawn under the stream's lock.
     *   <li>If fewer streams moved or claims were inserted than wanted, another process was first in the meantime;
     *       {@code lost_race()} rolls the whole statement back, claims and all, and each append is tried alone.
     * </ul>
     */
    private String compose(long tables) {
        var sql = new StringBuilder("""
                WITH append AS MATERIALIZED (
                  SELECT * FROM unnest($1::text[], $2::int8[], $3::int4[], $4::timestamptz[], $5::text[], $6::uuid[], $7::uuid[])
                    WITH ORDINALITY AS a (stream, expected, added, recorded_at, actor, correlation_id, causation_id, n)
                ),
                asked AS MATERIALIZED (
                  SELECT a.n, coalesce(s.version, 0) AS actual, a.expected FROM append a LEFT JOIN stream s ON s.id = a.stream
                ),
                """);
        var claims = new ArrayList<Integer>();
        int parameter = 17;
        for (int i = 0; i < companions.size(); i++) {
            if ((tables & 1L << i) == 0) continue;
            sql.append(given(i, parameter));
            parameter += companions.get(i).columns().size() + 1;
            if (companions.get(i).kind() == CompanionTable.Kind.CLAIM) claims.add(i);
        }
        sql.append(refused(claims));
        sql.append("""
                wanted AS MATERIALIZED (
                  SELECT a.* FROM append a WHERE NOT EXISTS (SELECT FROM refused r WHERE r.n = a.n)
                ),
                moved AS (
                  INSERT INTO stream AS s (id, version, appended)
                  SELECT stream, expected + added, added FROM wanted ORDER BY stream COLLATE "C"
                  ON CONFLICT (id) DO UPDATE SET version = excluded.version, appended = excluded.appended
                    WHERE s.version = excluded.version - excluded.appended
                  RETURNING 1
                ),
                """);
        for (int i = 0; i < companions.size(); i++) if ((tables & 1L << i) != 0) sql.append(stored(i));
        sql.append("""
                events AS (
                  INSERT INTO event (stream_id, version, id, type, schema_version, occurred_at, recorded_at, actor, correlation_id, causation_id, data)
                  SELECT w.stream, e.version, e.id, e.type, e.schema_version, e.occurred_at, w.recorded_at, w.actor, w.correlation_id, w.causation_id, e.data::json
                  FROM unnest($8::int8[], $9::int8[], $10::uuid[], $11::text[], $12::int4[], $13::timestamptz[], $14::text[])
                    AS e (n, version, id, type, schema_version, occurred_at, data)
                  JOIN wanted w ON w.n = e.n
                  WHERE (SELECT count(*) FROM moved) > 0
                ),
                published AS (
                  INSERT INTO outbox (envelope, data)
                  SELECT o.envelope, o.data
                  FROM unnest($15::int8[], $16::text[], $17::text[]) WITH ORDINALITY AS o (n, envelope, data, place)
                  WHERE (SELECT count(*) FROM moved) > 0 AND EXISTS (SELECT FROM wanted w WHERE w.n = o.n)
                  ORDER BY o.place
                )
                SELECT r.n, r.actual, r.claim, CASE WHEN (SELECT count(*) FROM moved) < (SELECT count(*) FROM wanted)
                """);
        for (int claim : claims)
            sql.append("  OR (SELECT count(*) FROM claimed_%d) < (SELECT count(*) FROM given_%d g JOIN wanted w ON w.n = g.n)\n".formatted(claim, claim));
        sql.append("  THEN lost_race() END\nFROM (VALUES (1)) AS always LEFT JOIN refused r ON true");
        return sql.toString();
    }

    private String given(int i, int firstParameter) {
        var table = companions.get(i);
        var arrays = new StringBuilder("$" + (firstParameter + 1) + "::int8[]");
        var names = new StringBuilder("n");
        for (int c = 0; c < table.columns().size(); c++) {
            arrays.append(", $").append(firstParameter + 2 + c).append("::").append(table.columns().get(c).type().arrayElement()).append("[]");
            names.append(", ").append(table.columns().get(c).name());
        }
        return "given_%d AS MATERIALIZED (SELECT * FROM unnest(%s) AS g (%s)),\n".formatted(i, arrays, names);
    }

    private String refused(List<Integer> claims) {
        if (claims.isEmpty())
            return "refused AS MATERIALIZED (SELECT n, actual, NULL::int4 AS claim FROM asked WHERE actual <> expected),\n";
        var taken = new ArrayList<String>();
        for (int i : claims) {
            var table = companions.get(i);
            var matches = table.key().stream().map(column -> "t.%s = g.%s".formatted(column, column)).toList();
            taken.add("SELECT g.n, %d AS claim FROM given_%d g WHERE EXISTS (SELECT FROM %s t WHERE %s)".formatted(i, i, table.name(), String.join(" AND ", matches)));
        }
        return """
                taken AS MATERIALIZED (SELECT n, min(claim) AS claim FROM (%s) AS each GROUP BY n),
                refused AS MATERIALIZED (
                  SELECT a.n, a.actual, t.claim FROM asked a LEFT JOIN taken t ON t.n = a.n WHERE a.actual <> a.expected OR t.claim IS NOT NULL
                ),
                """.formatted(String.join(" UNION ALL ", taken));
    }

    private String stored(int i) {
        var table = companions.get(i);
        var names = table.columns().stream().map(CompanionTable.Column::name).toList();
        var values = table.columns().stream().map(column -> column.type().read("g." + column.name())).toList();
        var from = "FROM given_%d g JOIN wanted w ON w.n = g.n WHERE (SELECT count(*) FROM moved) > 0".formatted(i);
        return switch (table.kind()) {
            case ROWS -> "stored_%d AS (INSERT INTO %s (%s) SELECT %s %s),\n"
                    .formatted(i, table.name(), String.join(", ", names), String.join(", ", values), from);
            case CLAIM -> "claimed_%d AS (INSERT INTO %s (%s) SELECT %s %s ORDER BY %s ON CONFLICT DO NOTHING RETURNING 1),\n"
                    .formatted(i, table.name(), String.join(", ", names), String.join(", ", values), from,
                            String.join(", ", table.key().stream().map(column -> "g." + column).toList()));
            case REMOVAL -> "removed_%d AS (DELETE FROM %s t USING given_%d g JOIN wanted w ON w.n = g.n WHERE (SELECT count(*) FROM moved) > 0 AND %s),\n"
                    .formatted(i, table.name(), i, String.join(" AND ", names.stream().map(name -> "t.%s = g.%s".formatted(name, name)).toList()));
        };
    }

    Tuple parameters(List<Append> group, long tables) {
        var parameters = new ArrayList<@Nullable Object>(24);
        addAppends(group, parameters);
        addEvents(group, parameters);
        addOutbox(group, parameters);
        for (int i = 0; i < companions.size(); i++) if ((tables & 1L << i) != 0) addRows(group, companions.get(i), parameters);
        return Tuple.wrap(parameters);
    }

    private static void addAppends(List<Append> group, List<@Nullable Object> parameters) {
        int size = group.size();
        var streams = new String[size];
        var expected = new Long[size];
        var added = new Integer[size];
        var recordedAt = new OffsetDateTime[size];
        var actors = new String[size];
        var correlations = new UUID[size];
        var causations = new UUID[size];
        for (int i = 0; i < size; i++) {
            var append = group.get(i);
            streams[i] = append.stream();
            expected[i] = append.expectedVersion();
            added[i] = append.events().size();
            recordedAt[i] = append.context().now().atOffset(ZoneOffset.UTC);
            actors[i] = append.context().actor();
            correlations[i] = append.context().correlationId();
            causations[i] = append.context().causationId();
        }
        parameters.addAll(Arrays.asList(streams, expected, added, recordedAt, actors, correlations, causations));
    }

    private static void addEvents(List<Append> group, List<@Nullable Object> parameters) {
        int size = 0;
        for (var append : group) size += append.events().size();
        var n = new Long[size];
        var versions = new Long[size];
        var ids = new UUID[size];
        var types = new String[size];
        var schemas = new Integer[size];
        var occurredAt = new OffsetDateTime[size];
        var data = new String[size];
        int e = 0;
        for (int i = 0; i < group.size(); i++) {
            long version = group.get(i).expectedVersion();
            for (var event : group.get(i).events()) {
                n[e] = i + 1L;
                versions[e] = ++version;
                ids[e] = event.id();
                types[e] = event.encoded().type();
                schemas[e] = event.encoded().version();
                occurredAt[e] = event.occurredAt().atOffset(ZoneOffset.UTC);
                data[e] = event.encoded().data();
                e++;
            }
        }
        parameters.addAll(Arrays.asList(n, versions, ids, types, schemas, occurredAt, data));
    }

    private static void addOutbox(List<Append> group, List<@Nullable Object> parameters) {
        var n = new ArrayList<Long>();
        var envelopes = new ArrayList<String>();
        var data = new ArrayList<String>();
        for (int i = 0; i < group.size(); i++) {
            for (var event : group.get(i).events()) {
                var outgoing = event.outgoing();
                if (outgoing == null) continue;
                n.add(i + 1L);
                envelopes.add(outgoing.envelope());
                data.add(outgoing.data());
            }
        }
        parameters.add(n.toArray(Long[]::new));
        parameters.add(envelopes.toArray(String[]::new));
        parameters.add(data.toArray(String[]::new));
    }

    private static void addRows(List<Append> group, CompanionTable table, List<@Nullable Object> parameters) {
        var n = new ArrayList<Long>();
        var rows = new ArrayList<CompanionRow>();
        for (int i = 0; i < group.size(); i++) {
            for (var row : group.get(i).rows()) {
                if (!same(row.table(), table)) continue;
                n.add(i + 1L);
                rows.add(row);
            }
        }
        parameters.add(n.toArray(Long[]::new));
        for (int c = 0; c < table.columns().size(); c++) {
            var column = table.columns().get(c).type().newArray(rows.size());
            for (int r = 0; r < column.length; r++) column[r] = rows.get(r).values().get(c);
            parameters.add(column);
        }
    }
}
