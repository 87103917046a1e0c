package org.kith.local.testing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.local.Installation;
import org.kith.local.Secrets;
import org.kith.local.kafka.KafkaBroker;
import org.kith.local.kafka.KafkaCredentials;
import org.kith.local.kafka.KafkaSetup;
import org.kith.local.keycloak.Realm;
import org.kith.local.postgres.PostgresServer;
import org.kith.local.postgres.ServiceDatabase;
import org.kith.local.process.Command;
import org.kith.local.process.PidFile;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;

/**
 * Real PostgreSQL, Kafka and Keycloak for a test: started by the first test of a build that asks, shared by all modules of the
 * build, ended when the build is gone. With {@code KITH_TEST_PARTS_KEEP=1} in the environment they stay for the next
 * build, until {@code target/test-parts/owners/keep} is deleted.
 */
public final class RealParts {

    private static final Duration START = Duration.ofSeconds(360);

    /** What did not start once would not start for the next test either, and each try takes long. */
    private static final Map<String, StartFailed> FAILED = new ConcurrentHashMap<>();

    private RealParts() {}

    /**
     * A new, empty database with the two roles of {@code service}, which are {@code <service>_owner} and
     * {@code <service>_app} in every one.
     */
    public static TestDatabase database(String service) {
        var secrets = folder().secrets();
        var name = service + "_" + UUID.randomUUID().toString().substring(0, 8);
        var database = new ServiceDatabase(name, service, secrets.of("db." + service + ".owner"), secrets.of("db." + service + ".app"));
        var server = postgres();
        try (var superuser = server.connect("postgres")) {
            database.create(superuser);
        } catch (SQLException e) {
            throw new StartFailed("cannot create the database " + name + ": " + e.getMessage(), e);
        }
        return new TestDatabase(server.address(), database);
    }

    /** The shared server, with its superuser. */
    public static PostgresServer postgres() {
        return SharedStores.postgres(folder(), stores());
    }

    /** The shared broker; {@link KafkaBroker#admin()} may do anything. Every topic of Kith is there. */
    public static KafkaBroker kafka() {
        return SharedStores.kafka(Installation.here(), folder(), stores());
    }

    /** Credentials of a service's user (see {@link org.kith.local.kafka.KafkaUser#SERVICES}), or of {@code operator}, who may do anything. */
    public static KafkaCredentials kafkaUser(String name) {
        return new KafkaCredentials(name, SharedStores.kafkaPassword(folder().secrets(), name));
    }

    /** What the shared parts were started with. */
    public static Secrets secrets() {
        return folder().secrets();
    }

    /** Deletes every record and every group's position: what another module's tests left is gone. */
    public static void emptyTopics() {
        try (var admin = kafka().admin()) {
            new KafkaSetup(admin).reset();
        }
    }

    /** The realm of the shared Keycloak, which is started when first asked for. */
    public static TestRealm realm() {
        stores();
        var port = running(SharedKeycloak.NAME).getProperty("keycloak.port");
        return new TestRealm("http://127.0.0.1:" + port + "/realms/" + Realm.NAME, SharedKeycloak.realm(Installation.here(), folder()));
    }

    private static Properties stores() {
        return running(SharedStores.NAME);
    }

    /** State of a keeper, which is started if it does not run. */
    static Properties running(String keeper) {
        var folder = folder();
        return folder.locked(() -> {
            folder.addOwner(build(), "1".equals(System.getenv("KITH_TEST_PARTS_KEEP")));
            var state = folder.state(keeper);
            return state != null ? state : start(folder, keeper);
        });
    }

    private static Properties start(PartsFolder folder, String keeper) {
        var before = FAILED.get(keeper);
        if (before != null) throw before;
        folder.forget(keeper);
        var command = new Command(keeper, Keeper.command(Installation.here(), keeper), Map.of(), folder.path(), folder.path().resolve("logs").resolve(keeper + ".log"));
        try {
            RunningProcess.start(command, PidFile.of(folder.path(), keeper)).awaitReady(START, () -> folder.state(keeper) != null);
        } catch (StartFailed e) {
            FAILED.put(keeper, e);
            throw e;
        }
        return Objects.requireNonNull(folder.state(keeper), keeper + " is ready without a state");
    }

    static PartsFolder folder() {
        return PartsFolder.under(Installation.here().root());
    }

    /** The process whose end is the end of the build: the build tool that forked this one, else this one. */
    private static ProcessHandle build() {
        var self = ProcessHandle.current();
        for (var parent = self.parent(); parent.isPresent(); parent = parent.get().parent())
            if (parent.get().info().command().filter(command -> command.endsWith("/java")).isPresent()) return parent.get();
        return self;
    }
}
