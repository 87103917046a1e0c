package org.kith.referral.profile;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Problems;

/** Facts as they are kept: a row for each time that one was said, never changed, gone with the person's key. */
@Singleton
public final class Facts {
    private static final String UNIQUE_VIOLATED = "23505";
    private static final String FOREIGN_KEY_VIOLATED = "23503";

    /** @param id of the row, to which {@code sealed} is bound */
    public record Said(UUID id, String kind, long version, byte[] sealed, Instant recordedAt, String actor, @Nullable String organisation) {}

    private final Pool pool;

    Facts(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Said>> latest(UUID person, String kind) {
        return pool.preparedQuery("SELECT * FROM person_fact WHERE person = $1 AND kind = $2 ORDER BY version DESC LIMIT 1")
                .execute(Tuple.of(person, kind))
                .map(rows -> said(rows).stream().findFirst());
    }

    /** Whatever was ever said of the person, in its order. */
    public Uni<List<Said>> all(UUID person) {
        return pool.preparedQuery("SELECT * FROM person_fact WHERE person = $1 ORDER BY recorded_at, kind, version").execute(Tuple.of(person)).map(Facts::said);
    }

    /** @return fails with a problem: 412 where somebody else said something meanwhile, 409 where the person was erased */
    Uni<Void> add(UUID person, Said said) {
        return pool.preparedQuery("""
                        INSERT INTO person_fact (person, kind, version, id, sealed, recorded_at, actor, organisation)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""")
                .execute(Tuple.tuple(Arrays.asList(
                        person, said.kind(), said.version(), said.id(), Buffer.buffer(said.sealed()), said.recordedAt().atOffset(ZoneOffset.UTC), said.actor(),
                        said.organisation())))
                .onFailure(PgException.class).transform(failure -> problem((PgException) failure))
                .replaceWithVoid();
    }

    private static Throwable problem(PgException failure) {
        if (UNIQUE_VIOLATED.equals(failure.getSqlState())) return Problems.stale();
        return FOREIGN_KEY_VIOLATED.equals(failure.getSqlState()) ? erased() : failure;
    }

    static RuntimeException erased() {
        return Problems.conflict("person-erased", "The person was erased, so nothing more can be written about them.");
    }

    private static List<Said> said(RowSet<Row> rows) {
        var all = new ArrayList<Said>(rows.size());
        for (var row : rows)
            all.add(new Said(
                    row.getUUID("id"), row.getString("kind"), row.getLong("version"), row.getBuffer("sealed").getBytes(),
                    row.getOffsetDateTime("recorded_at").toInstant(), row.getString("actor"), row.getString("organisation")));
        return all;
    }
}
