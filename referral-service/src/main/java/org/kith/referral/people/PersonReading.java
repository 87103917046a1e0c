package org.kith.referral.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Caller;
import org.kith.web.problem.Problems;

/** Under which references somebody is known, to who may see these. */
@Singleton
final class PersonReading {
    private static final String SEEN = """
            WITH %s
            SELECT same.person, same.person = one.person AS counts, coalesce((SELECT max(version) FROM person_standing WHERE id = $3), 0) AS version
            FROM same CROSS JOIN one
            WHERE EXISTS (SELECT FROM referral_file f WHERE f.person = same.person AND f.programme = ANY ($2))
                OR EXISTS (SELECT FROM outreach_person o WHERE o.person = same.person AND o.programme = ANY ($2))
            ORDER BY same.person
            """.formatted(SamePerson.SAME);

    private final Pool pool;

    PersonReading(Pool pool) {
        this.pool = pool;
    }

    /** @param version of what is said of the person as a whole; 0 where nothing is */
    record Read(PersonView view, long version) {}

    /** @return fails with a 404 problem unless one of the caller's programmes knows the person under this very reference */
    Uni<Read> read(Caller caller, UUID person) {
        return pool.preparedQuery(SEEN)
                .execute(Tuple.of(person, caller.programmes().toArray(String[]::new), person.toString()))
                .map(rows -> read(person, rows));
    }

    private static Read read(UUID person, RowSet<Row> rows) {
        @Nullable
        UUID counted = null;
        var others = new ArrayList<UUID>();
        long version = -1;
        boolean isCounted = false;
        for (var row : rows) {
            var reference = row.getUUID("person");
            if (reference.equals(person)) {
                version = row.getLong("version");
                isCounted = row.getBoolean("counts");
            } else if (row.getBoolean("counts")) counted = reference;
            else others.add(reference);
        }
        if (version < 0) throw Problems.notFound();
        return new Read(new PersonView(person, counted, isCounted ? others : List.of()), version);
    }
}
