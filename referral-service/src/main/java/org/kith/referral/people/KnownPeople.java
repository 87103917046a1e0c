package org.kith.referral.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kith.web.caller.Caller;
import org.kith.web.problem.Problems;

/** Who is known to which programmes. */
@Singleton
public final class KnownPeople {
    private static final String PROGRAMMES = """
            SELECT programme FROM referral_file WHERE person = $1 UNION SELECT programme FROM outreach_person WHERE person = $1""";
    private static final String OF_ALL_REFERENCES = """
            WITH %s
            SELECT programme FROM referral_file JOIN same USING (person) UNION SELECT programme FROM outreach_person JOIN same USING (person)
            """.formatted(SamePerson.SAME);

    private final Pool pool;

    KnownPeople(Pool pool) {
        this.pool = pool;
    }

    /** To which the person was ever referred, or that met them in outreach; empty for nobody we know. */
    public Uni<Set<String>> programmes(UUID person) {
        return programmes(PROGRAMMES, person);
    }

    private Uni<Set<String>> programmes(String sql, UUID person) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(person))
                .map(rows -> {
                    var programmes = new HashSet<String>();
                    rows.forEach(row -> programmes.add(row.getString(0)));
                    return programmes;
                });
    }

    /** @return fails with a 404 problem unless one of the caller's programmes knows the person */
    public Uni<Set<String>> seenBy(Caller caller, UUID person) {
        return programmes(person).invoke(programmes -> {
            if (programmes.stream().noneMatch(caller::mayUse)) throw Problems.notFound();
        });
    }

    /**
     * For what concerns a person in every programme, under whatever reference.
     *
     * @return the programmes; fails with a problem also where one of them is not the caller's
     */
    public Uni<Set<String>> whollySeenBy(Caller caller, UUID person) {
        return seenBy(caller, person).chain(() -> programmes(OF_ALL_REFERENCES, person)).invoke(programmes -> {
            if (!programmes.stream().allMatch(caller::mayUse))
                throw Problems.forbidden("The person is known to a programme that your account has no part in: ask its steward too.");
        });
    }
}
