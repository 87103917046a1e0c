package org.kith.eventstore;

import static org.kith.eventstore.ColumnType.BYTEA;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.ColumnType.UUID;
import static org.kith.eventstore.CompanionTable.column;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.kith.local.testing.RealParts;
import org.kith.local.testing.TestDatabase;

/** A new database with the event store's schema and a few companion tables; stores and pools on it, closed together. */
public final class TestStore implements AutoCloseable {
    public static final CompanionTable SECRETS = CompanionTable.rows("secret", column("person", UUID), column("content", BYTEA));
    public static final CompanionTable NUMBERS = CompanionTable.claim("person_number", List.of("hash"), column("hash", BYTEA), column("person", UUID));
    public static final CompanionTable KEYS = CompanionTable.claim("request_key", List.of("caller", "key"), column("caller", TEXT), column("key", TEXT));
    public static final CompanionTable FORGOTTEN = CompanionTable.removal("person_number", column("hash", BYTEA));

    private static final String COMPANIONS = """
            CREATE TABLE secret (person uuid PRIMARY KEY, content bytea NOT NULL);
            CREATE TABLE person_number (hash bytea PRIMARY KEY, person uuid NOT NULL);
            CREATE TABLE request_key (caller text NOT NULL, key text NOT NULL, PRIMARY KEY (caller, key));
            GRANT SELECT, INSERT, DELETE ON secret, person_number, request_key TO referral_app;""";

    public final Vertx vertx = Vertx.vertx();
    public final TestDatabase database = RealParts.database("referral");
    private final List<AutoCloseable> opened = new ArrayList<>();

    public TestStore() throws SQLException {
        try (var owner = database.asOwner()) {
            owner.createStatement().execute(migration().replace("${app_role}", "referral_app"));
            owner.createStatement().execute(COMPANIONS);
        }
    }

    public Pool pool() {
        return pool(Integer.parseInt(database.address().split(":")[1]), 4);
    }

    public Pool pool(int port, int size) {
        var options = new PgConnectOptions()
                .setHost("127.0.0.1").setPort(port).setDatabase(database.name())
                .setUser(database.database().app()).setPassword(database.database().appPassword())
                .setCachePreparedStatements(true);
        var pool = PgBuilder.pool().with(new PoolOptions().setMaxSize(size)).connectingTo(options).using(vertx).build();
        opened.add(() -> pool.close().toCompletionStage().toCompletableFuture().get());
        return Pool.newInstance(pool);
    }

    /** Another process's store, as it were: groups of its own. */
    public EventStore store() {
        return store(pool());
    }

    public EventStore store(Pool pool) {
        return EventStore.on(vertx, pool).companions(SECRETS, KEYS, NUMBERS, FORGOTTEN).build();
    }

    public Connection jdbc() throws SQLException {
        return database.asService();
    }

    /** The first column of the rows, in order. */
    public List<String> values(String sql) throws SQLException {
        try (var connection = jdbc(); var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    public long count(String table) throws SQLException {
        return Long.parseLong(values("SELECT count(*) FROM " + table).getFirst());
    }

    private static String migration() {
        return file("V0001__event_store.sql") + file("R__relay_step.sql");
    }

    private static String file(String name) {
        try (var file = EventStore.class.getResourceAsStream("/db/event-store/" + name)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        for (var one : opened) one.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }
}
