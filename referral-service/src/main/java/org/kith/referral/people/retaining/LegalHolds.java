package org.kith.referral.people.retaining;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Legal holds as they stand. */
@Singleton
public final class LegalHolds {
    private final Pool pool;

    LegalHolds(Pool pool) {
        this.pool = pool;
    }

    /** Codes of the reasons; none for who may be erased. */
    Uni<List<String>> on(UUID person) {
        return pool.preparedQuery("SELECT holds FROM person_standing WHERE id = $1")
                .execute(Tuple.of(person.toString()))
                .map(rows -> rows.size() == 0 ? List.of() : reasons(rows.iterator().next().getString(0)));
    }

    static List<String> reasons(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
