package org.kith.eventstore;

import java.util.ArrayList;
import java.util.List;

/**
 * The append of a group as one SQL statement, in two forms. The plain one takes for granted that nothing is in the way,
 * which is nearly always so, and fails whole when something is. The careful one looks first which appends cannot go on,
 * answers them, and goes on with the rest. Their parameters are those of {@link AppendParameters}.
 *
 * <p>Both lock every stream in the order of ids, in one pass for new and old ones: two groups that took them in different
 * orders would wait for each other for ever. What follows waits for that by counting it: claims come after all streams,
 * and outbox positions are drawn under the stream's lock. If fewer streams moved or claims were inserted than wanted,
 * another was first; {@code lost_race()} then rolls everything back, claims and all.
 */
final class AppendSql {
    static final int FIXED_PARAMETERS = 16;

    private static final String MOVED = """
              ON CONFLICT (id) DO UPDATE SET version = excluded.version, appended = excluded.appended
                WHERE s.version = excluded.version - excluded.appended
              RETURNING 1
            ),
            """;

    private static final String EVENTS = """
            events AS (
              INSERT INTO event (stream_id, version, id, type, schema_version, occurred_at, recorded_at, actor, correlation_id, causation_id, data)
              SELECT e.stream_id, e.version, e.id, e.type, e.schema_version, e.occurred_at, e.recorded_at, e.actor, e.correlation_id, e.causation_id, e.data::json
              FROM unnest($4::text[], $5::int8[], $6::uuid[], $7::text[], $8::int4[], $9::timestamptz[], $10::timestamptz[], $11::text[], $12::uuid[], $13::uuid[], $14::text[])
                AS e (stream_id, version, id, type, schema_version, occurred_at, recorded_at, actor, correlation_id, causation_id, data)
            """;

    private final List<CompanionTable> companions;
    private final List<Integer> used = new ArrayList<>();
    private final List<Integer> claims = new ArrayList<>();

    /** @param tables which of the companions the group brings rows for, one bit each */
    AppendSql(List<CompanionTable> companions, long tables) {
        this.companions = companions;
        for (int i = 0; i < companions.size(); i++) {
            if ((tables & 1L << i) == 0) continue;
            used.add(i);
            if (companions.get(i).kind() == CompanionTable.Kind.CLAIM) claims.add(i);
        }
    }

    String plain() {
        var all = "(SELECT count(*) FROM moved) = cardinality($1::text[])";
        var sql = new StringBuilder("""
                WITH moved AS (
                  INSERT INTO stream AS s (id, version, appended)
                  SELECT stream, expected + added, added FROM unnest($1::text[], $2::int8[], $3::int4[]) AS a (stream, expected, added)
                  WHERE a.expected = 0 OR a.expected = (SELECT old.version FROM stream old WHERE old.id = a.stream)
                  ORDER BY stream COLLATE "C"
                """).append(MOVED);
        var lost = new StringBuilder("(SELECT count(*) FROM moved) < cardinality($1::text[])");
        int parameter = FIXED_PARAMETERS + 1;
        for (int i : used) {
            sql.append(stored(i, unnested(i, parameter, ""), all));
            if (claims.contains(i)) lost.append("\n  OR (SELECT count(*) FROM stored_%d) < cardinality($%d::%s[])".formatted(i, parameter, firstType(i)));
            parameter += companions.get(i).columns().size();
        }
        sql.append(EVENTS).append("  WHERE ").append(all).append("\n),\n");
        sql.append("""
                published AS (
                  INSERT INTO outbox (envelope, data)
                  SELECT o.envelope, o.data FROM unnest($15::text[], $16::text[]) WITH ORDINALITY AS o (envelope, data, place)
                  WHERE %s ORDER BY o.place
                )
                SELECT NULL::int8, NULL::int8, NULL::int4, CASE WHEN %s THEN lost_race() END""".formatted(all, lost));
        return sql.toString();
    }

    /** The answer is one row for each refused append, its number in the group, its stream's version, the claim that was taken; or one of nulls. */
    String careful() {
        var any = "(SELECT count(*) FROM moved) > 0";
        var sql = new StringBuilder("""
                WITH asked AS MATERIALIZED (
                  SELECT a.n, a.stream, a.expected, a.added, coalesce((SELECT s.version FROM stream s WHERE s.id = a.stream), 0) AS actual
                  FROM unnest($1::text[], $2::int8[], $3::int4[]) WITH ORDINALITY AS a (stream, expected, added, n)
                ),
                """);
        int parameter = FIXED_PARAMETERS + 1;
        int number = parameter + 1 + used.stream().mapToInt(i -> companions.get(i).columns().size()).sum();
        int numberOfOutbox = number - 1;
        for (int i : used) {
            sql.append("given_%d AS MATERIALIZED (SELECT * FROM %s),\n".formatted(i, unnested(i, parameter, ", $" + number++ + "::int8[]")));
            parameter += companions.get(i).columns().size();
        }
        sql.append(refused());
        sql.append("""
                wanted AS MATERIALIZED (
                  SELECT a.* FROM asked a WHERE NOT EXISTS (SELECT FROM refused r WHERE r.n = a.n)
                ),
                moved AS (
                  INSERT INTO stream AS s (id, version, appended)
                  SELECT stream, expected + added, added FROM wanted ORDER BY stream COLLATE "C"
                """).append(MOVED);
        var lost = new StringBuilder("(SELECT count(*) FROM moved) < (SELECT count(*) FROM wanted)");
        for (int i : used) {
            sql.append(stored(i, "given_%d AS g JOIN wanted w ON w.n = g.n".formatted(i), any));
            if (claims.contains(i))
                lost.append("\n  OR (SELECT count(*) FROM stored_%d) < (SELECT count(*) FROM given_%d g JOIN wanted w ON w.n = g.n)".formatted(i, i));
        }
        sql.append(EVENTS).append("  WHERE ").append(any).append(" AND EXISTS (SELECT FROM wanted w WHERE w.stream = e.stream_id)\n),\n");
        sql.append("""
                published AS (
                  INSERT INTO outbox (envelope, data)
                  SELECT o.envelope, o.data FROM unnest($15::text[], $16::text[], $%d::int8[]) WITH ORDINALITY AS o (envelope, data, n, place)
                  WHERE %s AND EXISTS (SELECT FROM wanted w WHERE w.n = o.n) ORDER BY o.place
                )
                SELECT r.n, r.actual, r.claim, CASE WHEN %s THEN lost_race() END
                FROM (VALUES (1)) AS always LEFT JOIN refused r ON true""".formatted(numberOfOutbox, any, lost));
        return sql.toString();
    }

    /** @param more further arrays, whose column is called {@code n} */
    private String unnested(int i, int parameter, String more) {
        var arrays = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var column : companions.get(i).columns()) {
            arrays.add("$%d::%s[]".formatted(parameter + arrays.size(), column.type().arrayElement()));
            names.add(column.name());
        }
        if (!more.isEmpty()) names.add("n");
        return "unnest(%s%s) AS g (%s)".formatted(String.join(", ", arrays), more, String.join(", ", names));
    }

    private String firstType(int i) {
        return companions.get(i).columns().getFirst().type().arrayElement();
    }

    private String refused() {
        if (claims.isEmpty())
            return "refused AS MATERIALIZED (SELECT n, actual, NULL::int4 AS claim FROM asked WHERE actual <> expected),\n";
        var taken = new ArrayList<String>();
        for (int i : claims) {
            var table = companions.get(i);
            taken.add("SELECT g.n, %d AS claim FROM given_%d g WHERE (SELECT 1 FROM %s t WHERE %s LIMIT 1) = 1".formatted(i, i, table.name(), sameKey(table.key())));
        }
        return """
                taken AS MATERIALIZED (SELECT n, min(claim) AS claim FROM (%s) AS each GROUP BY n),
                refused AS MATERIALIZED (
                  SELECT a.n, a.actual, t.claim FROM asked a LEFT JOIN taken t ON t.n = a.n WHERE a.actual <> a.expected OR t.claim IS NOT NULL
                ),
                """.formatted(String.join(" UNION ALL ", taken));
    }

    private String stored(int i, String from, String condition) {
        var table = companions.get(i);
        var names = table.columns().stream().map(CompanionTable.Column::name).toList();
        if (table.kind() == CompanionTable.Kind.REMOVAL)
            return "stored_%d AS (DELETE FROM %s t USING %s AND %s AND %s),\n".formatted(i, table.name(), asUsing(from), condition, sameKey(names));
        var values = table.columns().stream().map(column -> column.type().read("g." + column.name())).toList();
        var insert = "stored_%d AS (INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s".formatted(
                i, table.name(), String.join(", ", names), String.join(", ", values), from, condition);
        if (table.kind() == CompanionTable.Kind.ROWS) return insert + "),\n";
        var order = String.join(", ", table.key().stream().map(column -> "g." + column).toList());
        return insert + " ORDER BY " + order + " ON CONFLICT DO NOTHING RETURNING 1),\n";
    }

    /** {@code USING} wants its join's condition among the others. */
    private static String asUsing(String from) {
        return from.contains(" ON ") ? from.replace(" ON ", " ON true WHERE ") : from + " WHERE true";
    }

    private static String sameKey(List<String> columns) {
        return String.join(" AND ", columns.stream().map(column -> "t.%s = g.%s".formatted(column, column)).toList());
    }
}
