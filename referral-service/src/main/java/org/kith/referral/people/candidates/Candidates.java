package org.kith.referral.people.candidates;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds people whose referrals agree in what may make them one person. */
@Singleton
final class Candidates {
    private static final int MOST = 100;
    /** Who is merged into another stands as that one, who may be merged into; and nobody is a candidate for who they are already. */
    private static final String LIKE = """
            WITH alike AS (
                SELECT coalesce(p.into_person, o.person) AS person, o.referral,
                    o.likeness_and_postcode IS NOT DISTINCT FROM m.likeness_and_postcode AND m.likeness_and_postcode IS NOT NULL AS postcode,
                    EXISTS (SELECT FROM vault_identifier i WHERE i.person = o.person) AS number
                FROM referral_file m JOIN referral_file o ON o.likeness = m.likeness AND o.person <> m.person LEFT JOIN person_merge p ON p.person = o.person
                WHERE m.person = $1 AND o.programme = ANY ($2))
            SELECT person, bool_or(postcode) AS postcode, bool_or(number) AND EXISTS (SELECT FROM vault_identifier i WHERE i.person = $1) AS numbers,
                   array_agg(DISTINCT referral ORDER BY referral) AS referrals
            FROM alike WHERE person <> coalesce((SELECT into_person FROM person_merge WHERE person = $1), $1)
            GROUP BY person ORDER BY numbers, postcode DESC, person LIMIT $3""";

    private final Pool pool;

    Candidates(Pool pool) {
        this.pool = pool;
    }

    /** The most likely first. */
    Uni<List<Candidate>> of(UUID person, Set<String> programmes) {
        return pool.preparedQuery(LIKE).execute(Tuple.of(person, programmes.toArray(String[]::new), MOST)).map(Candidates::candidates);
    }

    private static List<Candidate> candidates(RowSet<Row> rows) {
        var found = new ArrayList<Candidate>(rows.size());
        for (var row : rows)
            found.add(Candidate.of(row.getUUID("person"), row.getBoolean("postcode"), row.getBoolean("numbers"), List.of(row.getArrayOfUUIDs("referrals"))));
        return found;
    }
}
