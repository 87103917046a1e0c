package org.kith.referral.people.retaining;

import static org.kith.eventstore.CompanionTable.column;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.kith.eventstore.ColumnType;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.RegisterTable;
import org.kith.referral.people.domain.Person;

/** Legal holds as they stand. */
@Singleton
public final class LegalHolds {
    public static final RegisterTable REGISTER = RegisterTable.of("legal_hold", column("reasons", ColumnType.TEXT));

    private final Pool pool;

    LegalHolds(Pool pool) {
        this.pool = pool;
    }

    static List<CompanionRow> show(UUID person, Person state, long version, int added) {
        return REGISTER.show(person.toString(), version, added, String.join(",", Person.holdsOn(state)));
    }

    /** Codes of the reasons; none for who may be erased. */
    Uni<List<String>> on(UUID person) {
        return pool.preparedQuery("SELECT reasons FROM legal_hold WHERE id = $1")
                .execute(Tuple.of(person.toString()))
                .map(rows -> rows.size() == 0 ? List.of() : reasons(rows.iterator().next().getString(0)));
    }

    static List<String> reasons(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
