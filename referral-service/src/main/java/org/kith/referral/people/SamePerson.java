package org.kith.referral.people;

import static org.kith.eventstore.CompanionTable.column;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionTable;

/** Which references are of one person. */
@Singleton
public final class SamePerson {
    /** A row in the commit of a merge … */
    public static final CompanionTable MERGED = CompanionTable.rows(
            "person_merge", column("person", ColumnType.UUID), column("into_person", ColumnType.UUID));
    /** … and gone in that of its taking back. */
    public static final CompanionTable UNMERGED = CompanionTable.removal("person_merge", column("person", ColumnType.UUID));

    /** The references of who has the reference {@code $1}, as {@code same (person)}: first the one under which they count. */
    static final String SAME = """
            one AS (SELECT coalesce((SELECT into_person FROM person_merge WHERE person = $1), $1) AS person),
            same AS (SELECT person FROM one UNION ALL SELECT m.person FROM person_merge m JOIN one ON m.into_person = one.person)""";
    private static final String ALL = """
            WITH %s
            SELECT same.person FROM same CROSS JOIN one ORDER BY same.person <> one.person, same.person
            """.formatted(SAME);

    private final Pool pool;

    SamePerson(Pool pool) {
        this.pool = pool;
    }

    /** Every reference of the person, first the one under which they count; the given one alone where it was never merged. */
    public Uni<List<UUID>> references(UUID person) {
        return pool.preparedQuery(ALL).execute(Tuple.of(person)).map(rows -> {
            var references = new ArrayList<UUID>(rows.size());
            for (var row : rows) references.add(row.getUUID(0));
            return references;
        });
    }
}
