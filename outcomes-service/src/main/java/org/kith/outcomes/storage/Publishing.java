package org.kith.outcomes.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kith.eventstore.EventStore;
import org.kith.relay.Relay;

/** The relay runs with the service, woken by every commit. */
@Singleton
class Publishing {
    private final EventStore store;
    private final Relay relay;

    Publishing(
            EventStore store,
            Pool pool,
            @ConfigProperty(name = "kith.kafka.bootstrap") String bootstrap,
            @ConfigProperty(name = "kith.kafka.user") String user,
            @ConfigProperty(name = "kith.kafka.password") String password) {
        this.store = store;
        this.relay = new Relay(pool, Map.of(
                "bootstrap.servers", bootstrap,
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "SCRAM-SHA-256",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\"" + password + "\";"));
    }

    void start(@Observes StartupEvent started) {
        store.afterCommit(relay::wake);
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        relay.close();
    }
}
