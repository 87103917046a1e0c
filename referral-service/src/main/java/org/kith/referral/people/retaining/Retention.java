package org.kith.referral.people.retaining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose time is up. */
@Singleton
final class Retention {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SAFEGUARDING = "safeguarding";
    /**
     * A referral ended when the last thing happened in it; somebody who was met in outreach only, when they were met. Who was erased has no
     * key. Whoever is merged into another is kept and erased with them.
     */
    private static final String DUE = """
            WITH kept AS (SELECT * FROM unnest($1::text[], $2::int[]) AS k (programme, years)),
            told AS (
              SELECT v.person, v.programme, v.phase IN ('declined', 'disengaged', 'closed', 'cancelled', 'entered-in-error') AS ended,
                     coalesce((SELECT max(h.occurred_at) FROM referral_history h WHERE h.referral = v.referral), v.occurred_at) AS at
              FROM referral_view v
              UNION ALL
              SELECT p.person, p.programme, true, e.occurred_at FROM outreach_person p JOIN outreach_entry e ON e.id = p.entry::text),
            known AS (
              SELECT coalesce(m.into_person, t.person) AS person, t.programme, t.ended, t.at FROM told t LEFT JOIN person_merge m ON m.person = t.person),
            due AS (
              SELECT k.person, array_agg(DISTINCT k.programme) AS programmes, max(k.at) AS ended_at, max(k.at + make_interval(years => kept.years)) AS due_at
              FROM known k LEFT JOIN kept USING (programme)
              GROUP BY k.person HAVING bool_and(k.ended) AND bool_and(kept.years IS NOT NULL))
            SELECT d.person, d.programmes, d.ended_at, d.due_at,
                   (SELECT coalesce(string_agg(nullif(l.holds, ''), ','), '') FROM person_standing l
                    WHERE l.id = d.person::text OR l.id IN (SELECT m.person::text FROM person_merge m WHERE m.into_person = d.person)) AS reasons,
                   EXISTS (SELECT FROM safeguarding_concern c
                           WHERE (c.person = d.person OR c.person IN (SELECT m.person FROM person_merge m WHERE m.into_person = d.person))
                               AND c.raised_at + make_interval(years => $3) > $4) AS safeguarding
            FROM due d JOIN vault_key USING (person)
            WHERE d.due_at <= $4 AND d.person > $5 ORDER BY d.person LIMIT $6""";

    private final Pool pool;
    private final RetentionSettings settings;

    Retention(Pool pool, RetentionSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    /** @param programmes whose steward asks: who is known to another too is not theirs to erase */
    Uni<List<DueForErasure>> due(Set<String> programmes, Instant on, @Nullable UUID after, int limit) {
        var ids = programmes.toArray(String[]::new);
        var years = Arrays.stream(ids).map(id -> settings.programmeYears().getOrDefault(id, settings.years())).toArray(Integer[]::new);
        return pool.preparedQuery(DUE)
                .execute(Tuple.tuple(Arrays.asList(ids, years, settings.safeguardingYears(), on.atOffset(ZoneOffset.UTC), after == null ? BEFORE_ALL : after, limit)))
                .map(Retention::people);
    }

    private static List<DueForErasure> people(RowSet<Row> rows) {
        var due = new ArrayList<DueForErasure>(rows.size());
        for (var row : rows) {
            var keptFor = new ArrayList<>(new TreeSet<>(LegalHolds.reasons(row.getString("reasons"))));
            if (row.getBoolean("safeguarding") && !keptFor.contains(SAFEGUARDING)) keptFor.add(SAFEGUARDING);
            due.add(new DueForErasure(
                    row.getUUID("person"), List.of(row.getArrayOfStrings("programmes")), row.getOffsetDateTime("ended_at").toInstant(),
                    row.getOffsetDateTime("due_at").toInstant(), keptFor, keptFor.isEmpty()));
        }
        return due;
    }
}
