package org.kith.outcomes.storage;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kith.eventstore.EventStore;
import org.kith.outcomes.casestudies.CaseStudies;
import org.kith.outcomes.measures.Measures;
import org.kith.web.idempotency.IdempotencyKeys;

/** The event store with every table whose rows go into the commit of events. */
@Singleton
class OutcomesStore {

    @Produces
    @Singleton
    EventStore open(Vertx vertx, Pool pool) {
        return EventStore.on(vertx, pool)
                .companions(
                        IdempotencyKeys.TABLE, CaseStudies.TEXTS, Measures.REGISTER.shown(), Measures.REGISTER.superseded(),
                        CaseStudies.REGISTER.shown(), CaseStudies.REGISTER.superseded())
                .build();
    }

    void close(@Disposes EventStore store) {
        store.close();
    }
}
