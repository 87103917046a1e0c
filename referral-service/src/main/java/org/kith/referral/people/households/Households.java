package org.kith.referral.people.households;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Households as they stand. */
@Singleton
final class Households {
    private static final int MOST = 100;

    private final Pool pool;

    Households(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<UUID>> of(UUID person) {
        return pool.preparedQuery("SELECT household FROM person_standing WHERE id = $1")
                .execute(Tuple.of(person.toString()))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.ofNullable(rows.iterator().next().getUUID(0)));
    }

    Uni<List<UUID>> members(UUID household) {
        return pool.preparedQuery("SELECT id FROM person_standing WHERE household = $1 ORDER BY id LIMIT $2").execute(Tuple.of(household, MOST)).map(rows -> {
            var members = new ArrayList<UUID>(rows.size());
            for (var row : rows) members.add(UUID.fromString(row.getString(0)));
            return members;
        });
    }
}
