package org.kith.directory.partners;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** All partners at once, and how often anything about any of them has changed. */
@Singleton
final class PartnerStore {
    private final Mutiny.SessionFactory sessions;
    private final Pool pool;

    PartnerStore(Mutiny.SessionFactory sessions, Pool pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    /** Partners are never removed and their versions only grow, so this only grows. */
    Uni<Long> state() {
        return pool.query("SELECT coalesce(sum(version), 0)::bigint FROM partner").execute().map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<PartnerRow>> all() {
        return sessions.withSession(session -> session.createSelectionQuery("from PartnerRow order by id", PartnerRow.class).getResultList());
    }
}
