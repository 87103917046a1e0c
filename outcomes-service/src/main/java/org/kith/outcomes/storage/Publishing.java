package org.kith.outcomes.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.kith.eventstore.EventStore;
import org.kith.relay.Relay;

/** The relay runs with the service, woken by every commit. */
@Singleton
class Publishing {
    private final EventStore store;
    private final Relay relay;

    Publishing(EventStore store, Pool pool, Broker broker) {
        this.store = store;
        this.relay = new Relay(pool, broker.client());
    }

    void start(@Observes StartupEvent started) {
        store.afterCommit(relay::wake);
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        relay.close();
    }
}
