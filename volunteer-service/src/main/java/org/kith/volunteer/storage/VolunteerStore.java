package org.kith.volunteer.storage;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.vault.VaultTables;
import org.kith.volunteer.domain.Volunteer;
import org.kith.volunteer.domain.VolunteerCommand;
import org.kith.volunteer.domain.VolunteerDecider;
import org.kith.volunteer.domain.VolunteerFact;
import org.kith.web.idempotency.IdempotencyKeys;

/** The event store with every table whose rows go into the commit of events, and the one decider. */
@Singleton
class VolunteerStore {

    @Produces
    @Singleton
    EventStore open(Vertx vertx, Pool pool) {
        return EventStore.on(vertx, pool)
                .companions(
                        IdempotencyKeys.TABLE, Volunteers.PEOPLE, VaultTables.KEY, Volunteers.DETAILS, Volunteers.MODULES,
                        Volunteers.CERTIFICATES, Volunteers.CHECKS, Volunteers.REGISTER.shown(), Volunteers.REGISTER.superseded())
                .build();
    }

    void close(@Disposes EventStore store) {
        store.close();
    }

    @Produces
    @Singleton
    CommandHandler<VolunteerCommand, Volunteer, VolunteerFact> volunteers(EventStore store) {
        return new CommandHandler<>(store, new Volunteers(), new VolunteerDecider());
    }
}
