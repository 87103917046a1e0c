package org.kith.local.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import org.kith.local.kafka.KafkaBroker;
import org.kith.local.keycloak.KeycloakServer;
import org.kith.local.postgres.PostgresServer;
import org.kith.local.process.Part;

/** The parts as processes of this machine, from the artefacts that the build brings. */
final class Processes implements Engine {

    private final Deque<Part> started = new ArrayDeque<>();

    @Override
    public void start(PostgresServer server) {
        begin(server);
    }

    @Override
    public void start(KafkaBroker broker) {
        begin(broker);
    }

    @Override
    public void start(KeycloakServer server) {
        begin(server);
    }

    /** A keeper that was killed has left its servers behind: they end first. */
    private void begin(Part part) {
        part.stopLeftover();
        started.push(part);
        part.start();
    }

    @Override
    public void stop() {
        while (!started.isEmpty()) started.pop().stopLeftover();
    }
}
