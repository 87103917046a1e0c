package org.kith.local.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kith.local.Installation;
import org.kith.local.Secrets;
import org.kith.local.Settings;
import org.kith.local.kafka.KafkaBroker;
import org.kith.local.keycloak.KeycloakServer;
import org.kith.local.keycloak.Realm;
import org.kith.local.postgres.PostgresBinaries;
import org.kith.local.postgres.PostgresServer;
import org.kith.local.process.Part;
import org.kith.local.services.PracticeSecrets;
import org.kith.local.services.PracticeSecrets.Practice;
import org.kith.local.services.Service;
import org.kith.local.services.ServiceProcess;
import org.kith.local.services.Surroundings;

/** A platform's parts, put together from its settings. Making one starts nothing. */
public final class Platform {

    /**
     * Everybody waits for the broker, and it keeps samples of its own work, tens of thousands of old objects that each request changes: with the serial
     * collector that is 20 – 30 ms of standing still every few seconds. This one looks at them beside the work; so does ZGC, which takes 117 MB
     * and a second of processor time at the start more, since it cannot map the objects that the AOT cache holds.
     */
    private static final List<String> BROKER = Service.thorough("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=5");
    /** The quick compiler alone starts soonest, and does for what is asked now and then: for tokens, or how the others are. */
    private static final List<String> LAUNCHER = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    /** With room for compiled code: the 48 MB that the quick compiler alone gets are searched for what can go, in the midst of the start. */
    private static final List<String> ISSUER = Stream.concat(LAUNCHER.stream(), Stream.of("-XX:ReservedCodeCacheSize=128m", KeycloakServer.BUILT_AS)).toList();
    private static final int LAUNCHER_HEAP = 96;

    private final Installation installation;
    private final Settings settings;
    private final Surroundings around;
    private final AotCache caches;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final KeycloakServer keycloak;
    private final List<ServiceProcess> services = new ArrayList<>();

    public Platform(Installation installation, Settings settings) {
        this.installation = installation;
        this.settings = settings;
        var data = settings.data();
        var secrets = new Secrets(data.resolve("secrets"));
        caches = caches(installation, settings);
        // so that its older caches are known for what they are
        launcherOptions(caches, installation);
        around = new Surroundings("127.0.0.1:" + settings.postgresPort(), "127.0.0.1:" + settings.kafkaPort(),
                "http://127.0.0.1:" + settings.keycloakPort() + "/realms/" + Realm.NAME, installation.programmes(), data.resolve("keys"), secrets);
        postgres = new PostgresServer(new PostgresBinaries(installation.unpacked().resolve("postgresql")), data.resolve("postgres"), settings.postgresPort(),
                secrets.of("postgres"),
                Map.of("max_connections", "150", "shared_buffers", "128MB"));
        kafka = new KafkaBroker(installation, data.resolve("kafka"), settings.kafkaPort(), settings.kafkaControllerPort(),
                around.kafkaUser("broker"), around.kafkaUser("operator"), caches.options("kafka", installation.libraries(), settings.kafkaHeap(), BROKER));
        keycloak = new KeycloakServer(installation, data.resolve("keycloak"), settings.keycloakPort(), postgres.address(), around.database("keycloak"),
                secrets.of("keycloak.operator"),
                caches.options("keycloak", KeycloakServer.released(installation), settings.keycloakHeap(), ISSUER));
        var addresses = new TreeMap<Service, String>();
        for (var service : Service.values()) if (service != Service.GATEWAY) addresses.put(service, "http://127.0.0.1:" + settings.port(service));
        for (var service : Service.values()) {
            if (settings.without().contains(service.id())) continue;
            var port = settings.port(service);
            var database = around.database(service.id());
            services.add(new ServiceProcess(installation, service, data, port, around.properties(service, port, database, addresses), Surroundings.owner(service, database),
                    caches.options(service.id(), List.of(installation.jar(service.module())), settings.heap(service), service.tuning())));
        }
    }

    /** Of the JVM that watches the others. */
    public static List<String> launcherOptions(Installation installation, Settings settings) {
        return launcherOptions(caches(installation, settings), installation);
    }

    private static List<String> launcherOptions(AotCache caches, Installation installation) {
        return caches.options("launcher", List.of(installation.launcher()), LAUNCHER_HEAP, LAUNCHER);
    }

    private static AotCache caches(Installation installation, Settings settings) {
        return new AotCache(installation.unpacked().resolve("aot"), settings.data(), settings.jvmOptions());
    }

    void forgetOlderCaches() {
        caches.forgetOlder();
    }

    /** In the order in which they are started; they are stopped in the other. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>(List.of(postgres, kafka, keycloak));
        parts.addAll(services);
        return parts;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public List<ServiceProcess> services() {
        return services;
    }

    public Surroundings around() {
        return around;
    }

    public Installation installation() {
        return installation;
    }

    public Settings settings() {
        return settings;
    }

    public Path data() {
        return settings.data();
    }

    public Path logs() {
        return data().resolve("logs");
    }

    /** The only address that anybody outside needs. */
    public String gateway() {
        return "http://localhost:" + settings.port(Service.GATEWAY);
    }

    public Realm realm() {
        return Realm.fill(installation.realmTemplate(), around.secrets(), gateway());
    }

    public Map<String, Practice> practices() {
        return PracticeSecrets.of(around.programmes(), around.secrets());
    }
}
