package org.kith.local.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.kith.local.kafka.KafkaBroker;
import org.kith.local.keycloak.KeycloakServer;
import org.kith.local.postgres.PostgresServer;
import org.kith.local.process.Part;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/**
 * The parts as containers of Testcontainers, which removes them when this process is gone. They are on the host's own network:
 * addresses, ports and settings are those of the processes that they stand for, and nobody outside reaches them either.
 */
final class Containers implements Engine {

    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:" + AppInfoParser.getVersion();
    private static final String KEYCLOAK = "quay.io/keycloak/keycloak:26";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String SETTINGS = "/tmp/kith.properties";

    private final Deque<GenericContainer<?>> started = new ArrayDeque<>();

    @Override
    public void start(PostgresServer server) {
        var command = new ArrayList<>(List.of("postgres", "-p", Integer.toString(server.port()), "-c", "listen_addresses=127.0.0.1"));
        server.settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        begin(server, POSTGRES, Map.of("POSTGRES_PASSWORD", server.password()), command, "");
    }

    @Override
    public void start(KafkaBroker broker) {
        var format = "/opt/kafka/bin/kafka-storage.sh " + String.join(" ", broker.formatting(SETTINGS));
        begin(broker, KAFKA, Map.of(), List.of("sh", "-c", format + " && exec /opt/kafka/bin/kafka-server-start.sh " + SETTINGS), broker.settings("/tmp/kith-logs"));
    }

    @Override
    public void start(KeycloakServer server) {
        begin(server, KEYCLOAK, server.environment(), server.starting(), "");
    }

    /** @param settings content of the file {@link #SETTINGS} in the container; none if empty */
    private void begin(Part part, String image, Map<String, String> environment, List<String> command, String settings) {
        var container = new GenericContainer<>(image).withNetworkMode("host").withEnv(environment).withCommand(command.toArray(String[]::new))
                .withStartupTimeout(part.startTime());
        if (!settings.isEmpty()) container.withCopyToContainer(Transferable.of(settings), SETTINGS);
        started.push(container);
        container.start();
        var deadline = System.nanoTime() + part.startTime().toNanos();
        while (!part.answers()) {
            if (!container.isRunning() || System.nanoTime() > deadline) throw new StartFailed(part.name() + " does not answer from its container: " + container.getLogs());
            RunningProcess.pause(POLL);
        }
    }

    @Override
    public void stop() {
        while (!started.isEmpty()) started.pop().stop();
    }
}
