package org.kith.local.testing;

import java.util.function.BooleanSupplier;
import org.kith.local.kafka.KafkaBroker;
import org.kith.local.keycloak.KeycloakServer;
import org.kith.local.postgres.PostgresServer;
import org.testcontainers.DockerClientFactory;

/** What the shared parts run on. Each start returns once the part answers at its own address and port. */
interface Engine {

    void start(PostgresServer server);

    void start(KafkaBroker broker);

    void start(KeycloakServer server);

    /** Ends what it has started, the last first. */
    void stop();

    /** Containers where a container engine answers, else processes of this machine. */
    static Engine available() {
        return of(DockerClientFactory.instance()::isDockerAvailable);
    }

    static Engine of(BooleanSupplier containerEngineAnswers) {
        return containerEngineAnswers.getAsBoolean() ? new Containers() : new Processes();
    }
}
