package org.kith.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kith.local.process.StartFailed;
import org.kith.local.services.Service;

/**
 * What can be chosen about a local platform: folder, ports, memory. From {@code kith.properties} in the checkout (or
 * the file that {@code KITH_SETTINGS} names), and above that from the environment: {@code port.gateway} there is
 * {@code KITH_PORT_GATEWAY} here.
 */
public final class Settings {

    private static final String DATA = "data";
    private static final String WITHOUT = "without";
    private static final String BASE = "port.base";
    private static final int POSTGRES = 5499;
    private static final int KAFKA = 9192;
    private static final int KAFKA_CONTROLLER = 9193;
    private static final int KEYCLOAK = 8180;

    private final Path root;
    private final Map<String, String> file;
    private final Map<String, String> environment;

    Settings(Path root, Map<String, String> file, Map<String, String> environment) {
        this.root = root;
        this.file = file;
        this.environment = environment;
    }

    public static Settings load(Installation installation) {
        var environment = System.getenv();
        var named = environment.get("KITH_SETTINGS");
        var path = named != null ? Path.of(named) : installation.root().resolve("kith.properties");
        if (!Files.exists(path) && named != null) throw new StartFailed("KITH_SETTINGS names " + path + ", which is not there.");
        var file = Files.exists(path) ? read(path) : Map.<String, String>of();
        SettingNames.check(path, file.keySet());
        return new Settings(installation.root(), file, environment);
    }

    /** Those of a file alone, whatever the environment says. */
    public static Settings of(Installation installation, Path file) {
        return new Settings(installation.root(), read(file), Map.of());
    }

    /** Everything that a platform keeps. */
    public Path data() {
        var chosen = value(DATA);
        return chosen == null ? root.resolve("data") : root.resolve(chosen).normalize();
    }

    /** Setting name → port. */
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("port.postgres", postgresPort());
        ports.put("port.kafka", kafkaPort());
        ports.put("port.kafka-controller", kafkaControllerPort());
        ports.put("port.keycloak", keycloakPort());
        for (var service : Service.values()) ports.put("port." + service.id(), port(service));
        return ports;
    }

    /** All that holds here, wherever it was chosen, by the names of the file: as a file it means the same everywhere. */
    public Map<String, String> chosen() {
        var chosen = new TreeMap<String, String>();
        for (var name : SettingNames.ALL) {
            var value = value(name);
            if (value != null) chosen.put(name, value);
        }
        chosen.remove(BASE);
        ports().forEach((name, port) -> chosen.put(name, Integer.toString(port)));
        chosen.put(DATA, data().toAbsolutePath().toString());
        return chosen;
    }

    /** Names of all variables that would go above a file, were they set. */
    public static List<String> variables() {
        return SettingNames.ALL.stream().map(Settings::variable).toList();
    }

    public int port(Service service) {
        return port(service.id(), service.defaultPort(), service.defaultPort() - Service.GATEWAY.defaultPort());
    }

    public int postgresPort() {
        return port("postgres", POSTGRES, 7);
    }

    public int kafkaPort() {
        return port("kafka", KAFKA, 8);
    }

    public int kafkaControllerPort() {
        return port("kafka-controller", KAFKA_CONTROLLER, 9);
    }

    public int keycloakPort() {
        return port("keycloak", KEYCLOAK, 6);
    }

    /** Heap of a service, megabytes. */
    public int heap(Service service) {
        return number("heap." + service.id(), service.defaultHeapMegabytes(), 64, 65_536);
    }

    public int kafkaHeap() {
        return number("heap.kafka", 256, 128, 65_536);
    }

    public int keycloakHeap() {
        return number("heap.keycloak", 256, 192, 65_536);
    }

    /** For every JVM beside its own options: {@code -XX:TieredStopAtLevel=1} for a platform that lives for minutes only. */
    public List<String> jvmOptions() {
        var value = value("jvm.options");
        return value == null || value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
    }

    /** Free space without which nothing is started, megabytes. */
    public int diskMegabytes() {
        return number("disk.minimum", 2_000, 0, Integer.MAX_VALUE);
    }

    /** Services that are not started, because a developer starts them elsewhere. */
    public Set<String> without() {
        var value = value(WITHOUT);
        if (value == null || value.isBlank()) return Set.of();
        var without = new TreeSet<>(List.of(value.split("[, ]+")));
        var services = Arrays.stream(Service.values()).map(Service::id).toList();
        if (services.containsAll(without)) return without;
        throw new StartFailed(WITHOUT + "=" + value + " must name services: " + String.join(", ", services) + ". " + remedy(WITHOUT));
    }

    /** In the environment as in the file: chosen for itself, else at its distance from the base that is chosen. In neither: the usual one. */
    private int port(String name, int usual, int distance) {
        var itself = "port." + name;
        var byBase = above(itself) == null && above(BASE) != null || value(itself) == null && value(BASE) != null;
        return byBase ? number(BASE, usual, 1, 65_000) + distance : number(itself, usual, 1, 65_535);
    }

    private int number(String name, int usual, int least, int most) {
        var value = value(name);
        if (value == null) return usual;
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            // told below, together with what is out of bounds
        }
        throw new StartFailed(name + "=" + value + " is not a number from " + least + " to " + most + ". " + remedy(name));
    }

    private static String remedy(String name) {
        return "Change it in kith.properties, or " + variable(name) + " in the environment.";
    }

    private @Nullable String value(String name) {
        var above = above(name);
        return above != null ? above : file.get(name);
    }

    private @Nullable String above(String name) {
        var above = environment.get(variable(name));
        return above != null && !above.isBlank() ? above.strip() : null;
    }

    private static String variable(String name) {
        return "KITH_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Map<String, String> read(Path path) {
        try (var reader = Files.newBufferedReader(path)) {
            var properties = new Properties();
            properties.load(reader);
            var values = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name).strip()));
            return values;
        } catch (IOException e) {
            throw new StartFailed("cannot read " + path + ": " + e.getMessage(), e);
        }
    }
}
