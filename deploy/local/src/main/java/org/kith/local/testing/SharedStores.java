package org.kith.local.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.kith.local.Installation;
import org.kith.local.Secrets;
import org.kith.local.kafka.KafkaBroker;
import org.kith.local.kafka.KafkaCredentials;
import org.kith.local.kafka.KafkaSetup;
import org.kith.local.kafka.KafkaUser;
import org.kith.local.postgres.PostgresBinaries;
import org.kith.local.postgres.PostgresServer;
import org.kith.local.process.PidFile;
import org.kith.local.process.Ports;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;

/** The shared PostgreSQL and Kafka. What earlier builds left in them is thrown away at the start. */
public final class SharedStores implements Keeper.Kept {

    public static final String NAME = "stores";
    /** Keycloak's schema takes long to make and no test writes to it: it stays from build to build. */
    private static final List<String> KEPT_DATABASES = List.of("postgres", "keycloak");
    private static final List<String> JVM = List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1");

    private final PartsFolder folder;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final Engine engine;

    SharedStores(Installation installation, PartsFolder folder, Engine engine) {
        this.folder = folder;
        this.engine = engine;
        postgres = postgres(PostgresBinaries.in(installation.unpacked()), folder, Ports.free());
        kafka = kafka(installation, folder, Ports.free(), Ports.free());
    }

    @Override
    public String start() {
        engine.start(kafka);
        engine.start(postgres);
        dropTestDatabases();
        var secrets = folder.secrets();
        try (var admin = kafka.admin()) {
            var setup = new KafkaSetup(admin);
            setup.users(KafkaUser.SERVICES.stream().collect(Collectors.toMap(KafkaUser::name, user -> kafkaPassword(secrets, user.name()))));
            setup.topics();
        }
        return "postgres.port=" + postgres.port() + "\nkafka.port=" + kafka.port() + "\n";
    }

    @Override
    public void stop() {
        // it would wait for the lock of the folder, which is held until this process is gone
        PidFile.of(folder.path(), SharedKeycloak.NAME).running().ifPresent(keycloak -> new RunningProcess("keycloak", keycloak, folder.path()).stop(Duration.ofSeconds(60)));
        engine.stop();
    }

    /** The server whose state is {@code stores}, as a client sees it. */
    static PostgresServer postgres(PartsFolder folder, Properties stores) {
        return postgres(new PostgresBinaries(folder.path()), folder, Integer.parseInt(stores.getProperty("postgres.port")));
    }

    /** The broker whose state is {@code stores}, as a client sees it. */
    static KafkaBroker kafka(Installation installation, PartsFolder folder, Properties stores) {
        return kafka(installation, folder, Integer.parseInt(stores.getProperty("kafka.port")), 0);
    }

    static String kafkaPassword(Secrets secrets, String user) {
        return secrets.of("kafka." + user);
    }

    private static PostgresServer postgres(PostgresBinaries binaries, PartsFolder folder, int port) {
        // nothing here outlives a build, and tests of many modules share one disk: this is the only place without fsync
        var settings = Map.of("fsync", "off", "max_connections", "200");
        return new PostgresServer(binaries, folder.path().resolve("postgres"), port, folder.secrets().of("postgres"), settings);
    }

    private static KafkaBroker kafka(Installation installation, PartsFolder folder, int port, int controllerPort) {
        var secrets = folder.secrets();
        return new KafkaBroker(installation, folder.path().resolve("kafka"), port, controllerPort,
                new KafkaCredentials("broker", kafkaPassword(secrets, "broker")), new KafkaCredentials("operator", kafkaPassword(secrets, "operator")), JVM);
    }

    private void dropTestDatabases() {
        try (var superuser = postgres.connect("postgres")) {
            for (var name : databases(superuser)) superuser.createStatement().execute("DROP DATABASE " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new StartFailed("cannot drop the databases of an earlier build: " + e.getMessage(), e);
        }
    }

    private static List<String> databases(Connection superuser) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = superuser.createStatement().executeQuery("SELECT datname FROM pg_database WHERE NOT datistemplate")) {
            while (rows.next()) if (!KEPT_DATABASES.contains(rows.getString(1))) names.add(rows.getString(1));
        }
        return names;
    }
}
