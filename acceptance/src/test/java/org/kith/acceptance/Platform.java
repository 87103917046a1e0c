package org.kith.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.kith.local.Folders;
import org.kith.local.process.Http;
import org.kith.local.services.Service;

/**
 * The platform under test: started once with {@code ./kith up}, on ports and a data folder of its own, and stopped when
 * the tests are over. Everything the tests know of it they read from {@code ./kith status --json}.
 */
final class Platform {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final Path ROOT = Path.of(System.getProperty("kith.root")).toAbsolutePath();
    private static final Path DATA = ROOT.resolve("acceptance/target/platform");
    private static final int FIRST_PORT = Integer.getInteger("kith.acceptance.port", 28080);
    private static final List<String> PORTS = List.of(
            "GATEWAY", "REFERRAL", "DIRECTORY", "VOLUNTEER", "OUTCOMES", "REPORTING", "KEYCLOAK", "POSTGRES", "KAFKA", "KAFKA_CONTROLLER");
    private static final Set<String> SERVICES = Stream.of(Service.values()).map(Service::id).collect(Collectors.toSet());
    private static final int START_MINUTES = 10;
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    /** Other times than the usual ones, to see that they are kept. */
    static final Duration CHASE_AFTER = Duration.ofDays(6);
    static final Duration DECLINE_AFTER = Duration.ofDays(20);

    private static Platform started;

    private JsonNode status;

    private Platform(JsonNode status) {
        this.status = status;
    }

    static synchronized Platform started() {
        if (started == null) {
            // what an earlier run left behind would be in this one's numbers and pages
            attempt("stop");
            Folders.delete(DATA);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> kith("stop")));
            kith("up", "--empty");
            started = new Platform(readStatus());
        }
        return started;
    }

    String gateway() {
        return status.path("gateway").asText();
    }

    String issuer() {
        return status.path("issuer").asText();
    }

    Path data() {
        return Path.of(status.path("data").asText());
    }

    Path logs() {
        return Path.of(status.path("logs").asText());
    }

    JsonNode client(String name) {
        var client = status.path("clients").path(name);
        if (client.isMissingNode()) throw new IllegalArgumentException("status --json lists no client " + name);
        return client;
    }

    Practice practice(String code) {
        var practice = status.path("practices").path(code);
        if (practice.isMissingNode()) throw new IllegalArgumentException("status --json lists no practice " + code);
        return new Practice(code, practice.path("secret").asText(), practice.path("url").asText());
    }

    /** All that run now, services and what they stand on. */
    List<ProcessHandle> processes() {
        status = readStatus();
        var running = new ArrayList<ProcessHandle>();
        for (var process : status.path("processes")) ProcessHandle.of(process.path("pid").asLong()).ifPresent(running::add);
        return running;
    }

    /** The process as it runs now: a restarted one has another id. */
    ProcessHandle process(String name) {
        status = readStatus();
        return ProcessHandle.of(entry(name).path("pid").asLong()).orElseThrow(() -> new IllegalStateException(name + " is not running"));
    }

    /** Where a process answers, for what can be seen past the gateway only. */
    String url(String name) {
        return entry(name).path("url").asText();
    }

    private JsonNode entry(String name) {
        for (var process : status.path("processes")) if (process.path("name").asText().equals(name)) return process;
        throw new IllegalArgumentException("status --json lists no process " + name);
    }

    /** Kills a process with {@code kill -9} and returns once everything is healthy again. */
    void kill(String name) {
        kill(name, () -> {});
    }

    /** @param meanwhile done as soon as it is dead */
    void kill(String name, Runnable meanwhile) {
        var process = process(name);
        process.destroyForcibly();
        Awaitility.await().atMost(RECOVERY).until(() -> !process.isAlive());
        meanwhile.run();
        awaitHealthy();
    }

    void awaitHealthy() {
        Awaitility.await().atMost(RECOVERY).pollInterval(Duration.ofMillis(250)).until(() -> answers() && healthy());
    }

    private boolean healthy() {
        status = readStatus();
        for (var process : status.path("processes")) if (!process.path("healthy").asBoolean()) return false;
        return true;
    }

    /** A look that costs nothing, before the command is asked: that is a JVM of its own, beside the one that is to start. */
    private boolean answers() {
        for (var process : status.path("processes")) {
            var url = process.path("url").asText();
            if (SERVICES.contains(process.path("name").asText()) ? !Http.ok(url + "/q/health/ready") : !listening(url)) return false;
        }
        return true;
    }

    private static boolean listening(String url) {
        try (var _ = new Socket("127.0.0.1", Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** How many events of a type the service's own store holds, asked as the service itself. */
    long stored(String service, String type) {
        try (var connection = database(service); var query = connection.prepareStatement("SELECT count(*) FROM event WHERE type = ?")) {
            query.setString(1, type);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows of all tables of the service's database say this anywhere, asked as the service itself. */
    long rowsWith(String service, String word) {
        var found = 0L;
        try (var connection = database(service); var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                if (table.equals("flyway_schema_history")) continue; // of the owner alone; it says which migrations ran
                try (var query = connection.prepareStatement("SELECT count(*) FROM " + table + " t WHERE position(? in t::text) > 0")) {
                    query.setString(1, word);
                    try (var rows = query.executeQuery()) {
                        rows.next();
                        found += rows.getLong(1);
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records of a topic reporting has not counted yet. */
    long unread(String topic) throws SQLException {
        try (var connection = database("reporting");
                var consumer = new KafkaConsumer<>(kafkaClient("reporting"), new StringDeserializer(), new StringDeserializer());
                var query = connection.prepareStatement("SELECT coalesce(sum(next_offset), 0) FROM position WHERE topic = ?")) {
            var partitions = consumer.partitionsFor(topic).stream().map(partition -> new TopicPartition(topic, partition.partition())).toList();
            long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
            query.setString(1, topic);
            try (var rows = query.executeQuery()) {
                rows.next();
                return end - rows.getLong(1);
            }
        }
    }

    /** The service's database, as the service itself. */
    Connection database(String service) throws SQLException {
        var settings = settings(service);
        var url = "jdbc:postgresql://" + settings.getProperty("kith.db.address") + "/" + settings.getProperty("kith.db.name");
        return DriverManager.getConnection(url, settings.getProperty("kith.db.user"), settings.getProperty("kith.db.password"));
    }

    /** How to connect to Kafka as the service. */
    Properties kafkaClient(String service) {
        var settings = settings(service);
        var client = new Properties();
        client.put("bootstrap.servers", settings.getProperty("kith.kafka.bootstrap"));
        client.put("security.protocol", "SASL_PLAINTEXT");
        client.put("sasl.mechanism", "SCRAM-SHA-256");
        client.put("sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(settings.getProperty("kith.kafka.user"), settings.getProperty("kith.kafka.password")));
        return client;
    }

    private Properties settings(String service) {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(data().resolve("config").resolve(service + ".properties"))) {
            settings.load(reader);
            return settings;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs one {@code ./kith} command against this platform and answers what it printed. */
    static String kith(String... arguments) {
        var answer = attempt(arguments);
        if (answer.exitCode() != 0) throw new IllegalStateException("./kith " + String.join(" ", arguments) + " failed:\n" + answer.output());
        return answer.output();
    }

    record Answer(int exitCode, String output) {}

    static Answer attempt(String... arguments) {
        var command = new ArrayList<>(List.of(ROOT.resolve("kith").toString()));
        command.addAll(List.of(arguments));
        try {
            var output = Files.createTempFile("kith", ".out");
            var process = inRoot(command.toArray(String[]::new)).redirectOutput(output.toFile()).start();
            var ended = process.waitFor(START_MINUTES, TimeUnit.MINUTES);
            var text = Files.readString(output);
            Files.delete(output);
            if (!ended) throw new IllegalStateException(String.join(" ", command) + " did not end:\n" + text);
            return new Answer(process.exitValue(), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A command in the project's folder, with the environment that makes {@code ./kith} speak of this platform. */
    static ProcessBuilder inRoot(String... command) {
        var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment());
        return builder;
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(Map.of(
                "KITH_DATA", DATA.toString(), "NO_COLOR", "1", "KITH_UNANSWERED_CHASE_AFTER", CHASE_AFTER.toString(), "KITH_UNANSWERED_DECLINE_AFTER", DECLINE_AFTER.toString()));
        // it lives for minutes and is killed again and again: the thorough compiler would take more than it gives back
        environment.put("KITH_JVM_OPTIONS", "-XX:TieredStopAtLevel=1");
        var port = FIRST_PORT;
        for (var name : PORTS) environment.put("KITH_PORT_" + name, Integer.toString(port++));
        return environment;
    }

    private static JsonNode readStatus() {
        try {
            return JSON.readTree(attempt("status", "--json").output());
        } catch (IOException e) {
            throw new IllegalStateException("status --json is not JSON", e);
        }
    }
}
