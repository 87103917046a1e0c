package org.kith.local.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.kith.local.Installation;
import org.kith.local.keycloak.KeycloakServer;
import org.kith.local.keycloak.Realm;
import org.kith.local.keycloak.RealmImport;
import org.kith.local.postgres.ServiceDatabase;
import org.kith.local.process.Ports;
import org.kith.local.process.StartFailed;

/** The shared Keycloak, in the shared PostgreSQL. Its realm is imported anew at the start of each build. */
public final class SharedKeycloak implements Keeper.Kept {

    public static final String NAME = "keycloak";
    private static final List<String> JVM = List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1");

    private final Installation installation;
    private final PartsFolder folder;
    private final KeycloakServer server;
    private final Engine engine;

    SharedKeycloak(Installation installation, PartsFolder folder, Engine engine) {
        this.installation = installation;
        this.folder = folder;
        this.engine = engine;
        server = server(installation, folder, stores(), Ports.free());
    }

    @Override
    public String start() {
        try (var superuser = SharedStores.postgres(folder, stores()).connect("postgres")) {
            server.database().create(superuser);
        } catch (SQLException e) {
            throw new StartFailed("cannot create Keycloak's database: " + e.getMessage(), e);
        }
        engine.start(server);
        try (var realm = new RealmImport(server)) {
            if (realm.present()) realm.delete();
            realm.create(realm(installation, folder));
        }
        return "keycloak.port=" + server.port() + "\n";
    }

    @Override
    public void stop() {
        engine.stop();
    }

    static Realm realm(Installation installation, PartsFolder folder) {
        return Realm.fill(installation.realmTemplate(), folder.secrets(), "http://localhost:8080");
    }

    private Properties stores() {
        return Objects.requireNonNull(folder.state(SharedStores.NAME), "PostgreSQL is started before Keycloak");
    }

    static KeycloakServer server(Installation installation, PartsFolder folder, Properties stores, int port) {
        var secrets = folder.secrets();
        var database = new ServiceDatabase("keycloak", "keycloak", secrets.of("db.keycloak.owner"), secrets.of("db.keycloak.app"));
        return new KeycloakServer(installation, folder.path().resolve("keycloak-home"), port,
                "127.0.0.1:" + stores.getProperty("postgres.port"), database, secrets.of("keycloak.operator"), JVM);
    }
}
