package org.kith.bench.store;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.kith.eventstore.EventStore;
import org.kith.local.Installation;
import org.kith.local.postgres.PostgresBinaries;
import org.kith.local.postgres.PostgresServer;
import org.kith.local.postgres.ServiceDatabase;
import org.kith.local.process.Ports;
import org.kith.local.process.RunningProcess;

/** A PostgreSQL of the benchmark's own, as durable as in service, with the event store's tables. */
final class BenchDatabase implements AutoCloseable {
    static final ServiceDatabase ROLES = new ServiceDatabase("referral", "referral", secret(), secret());
    private static final String SUPERUSER = secret();

    final Vertx vertx = Vertx.vertx();
    private final PostgresServer server;
    private final RunningProcess process;

    BenchDatabase() throws SQLException {
        var installation = Installation.here();
        var home = folder(installation).resolve("postgres-" + ProcessHandle.current().pid());
        server = new PostgresServer(PostgresBinaries.in(installation.unpacked()), home, Ports.free(), SUPERUSER,
                Map.of("max_wal_size", "4GB", "shared_buffers", "256MB"));
        process = server.start();
        try (var superuser = server.connect("postgres")) {
            ROLES.create(superuser);
        }
        try (var owner = owner()) {
            owner.createStatement().execute(migration().replace("${app_role}", ROLES.app()));
        }
    }

    static Path folder(Installation installation) {
        return installation.root().resolve("benchmarks/target/data");
    }

    int port() {
        return server.port();
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + server.address() + "/" + ROLES.database(), ROLES.owner(), ROLES.ownerPassword());
    }

    Pool pool(int size) {
        var options = new PgConnectOptions()
                .setHost("127.0.0.1").setPort(port()).setDatabase(ROLES.database())
                .setUser(ROLES.app()).setPassword(ROLES.appPassword()).setCachePreparedStatements(true);
        return Pool.newInstance(PgBuilder.pool().with(new PoolOptions().setMaxSize(size)).connectingTo(options).using(vertx).build());
    }

    /** Each measurement begins with empty tables and nothing left to write. */
    void empty() throws SQLException {
        try (var owner = owner(); var superuser = server.connect("postgres")) {
            owner.createStatement().execute("TRUNCATE stream, event, outbox");
            superuser.createStatement().execute("CHECKPOINT");
        }
    }

    private static String migration() {
        return file("V0001__event_store.sql") + file("R__relay_step.sql");
    }

    private static String file(String name) {
        try (var file = EventStore.class.getResourceAsStream("/db/event-store/" + name)) {
            if (file == null) throw new IllegalStateException("the event store's " + name + " is not on the class path");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String secret() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.stop(process);
        Folders.delete(server.home());
    }
}
