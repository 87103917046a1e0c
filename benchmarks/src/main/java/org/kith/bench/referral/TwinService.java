package org.kith.bench.referral;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.kith.local.Installation;
import org.kith.local.Secrets;
import org.kith.local.postgres.PostgresServer;
import org.kith.local.postgres.ServiceDatabase;
import org.kith.local.process.Ports;
import org.kith.local.process.RunningProcess;
import org.kith.local.services.Service;
import org.kith.local.services.ServiceProcess;
import org.kith.local.services.Surroundings;

/** A second referral service beside the platform's own, with a database of its own that goes with it; it publishes to the same topic. */
final class TwinService implements AutoCloseable {
    private static final List<String> JVM = List.of("-XX:+UseCompactObjectHeaders", "-Xss512k");
    private static final String VAULT = "org.kith.vault-";

    private final ServiceDatabase database;
    private final String address;
    private final Connection superuser;
    private final ServiceProcess service;
    private final RunningProcess process;

    /** @param sealing whether it keeps people as the service does, or in the clear */
    TwinService(RunningKith kith, boolean sealing) throws IOException, SQLException {
        var here = Installation.here();
        var kind = sealing ? "sealing" : "unsealed";
        var folder = here.root().resolve("benchmarks/target/twins").resolve(kind);
        var configuration = kith.configuration("referral");
        address = configuration.getProperty("kith.db.address");
        database = new ServiceDatabase("twin_" + kind, "twin_" + kind, secret(), secret());
        var secrets = new Secrets(Path.of(kith.status().path("data").asText()).resolve("secrets"));
        superuser = DriverManager.getConnection("jdbc:postgresql://" + address + "/postgres", PostgresServer.SUPERUSER, secrets.of("postgres"));
        dropDatabase();
        database.create(superuser);
        int port = Ports.free();
        var properties = new TreeMap<String, String>();
        configuration.stringPropertyNames().forEach(name -> properties.put(name, configuration.getProperty(name)));
        properties.putAll(Map.of("kith.http.port", Integer.toString(port), "kith.db.name", database.database(),
                "kith.db.user", database.app(), "kith.db.password", database.appPassword(),
                "kith.vault.ledger", folder.resolve("keys/referral.ledger").toString()));
        var options = new ArrayList<>(JVM);
        options.addAll(Service.REFERRAL.tuning());
        options.add("-Xmx" + Service.REFERRAL.defaultHeapMegabytes() + "m");
        service = new ServiceProcess(sealing ? here : unsealed(here, folder), Service.REFERRAL, folder, port, properties,
                Surroundings.owner(Service.REFERRAL, database), options);
        service.migrate();
        process = service.start();
    }

    URI url() {
        return URI.create(service.url());
    }

    /** To its tables, as their owner. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + database.database(), database.owner(), database.ownerPassword());
    }

    @Override
    public void close() throws SQLException {
        service.stop(process);
        dropDatabase();
        superuser.close();
    }

    private void dropDatabase() throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database.database() + " WITH (FORCE)");
            statement.execute("DROP ROLE IF EXISTS " + database.owner());
            statement.execute("DROP ROLE IF EXISTS " + database.app());
        }
    }

    /** A copy of the built service whose vault has the classes of {@code src/unsealed} in place of its own. */
    private static Installation unsealed(Installation here, Path folder) throws IOException {
        var copy = new Installation(folder.resolve("installation"));
        var from = application(here);
        var to = application(copy);
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (var jars = Files.newDirectoryStream(to.resolve("lib/main"), VAULT + "*.jar");
                var vault = FileSystems.newFileSystem(jars.iterator().next())) {
            var classes = here.root().resolve("benchmarks/target/unsealed/org/kith/vault");
            for (var name : List.of("Sealing.class", "KeyedHash.class"))
                Files.copy(classes.resolve(name), vault.getPath("org/kith/vault", name), StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static Path application(Installation installation) {
        return Objects.requireNonNull(installation.jar(Service.REFERRAL.module()).getParent(), "it lies in a folder");
    }

    private static String secret() {
        return UUID.randomUUID().toString();
    }
}
