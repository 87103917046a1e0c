package org.kith.relay;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Properties;
import org.kith.local.testing.TestDatabase;

/** A relay in a process of its own, so that it can be paused and killed for real. */
final class RelayProcess implements AutoCloseable {
    private final Process process;

    RelayProcess(TestDatabase database) throws IOException {
        var settings = new Properties();
        settings.setProperty("db.port", database.address().split(":")[1]);
        settings.setProperty("db.name", database.name());
        settings.setProperty("db.user", database.database().app());
        settings.setProperty("db.password", database.database().appPassword());
        TopicReader.kafka().forEach((name, value) -> settings.setProperty("kafka." + name, value.toString()));
        var file = Files.createTempFile("relay", ".properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), RelayProcess.class.getName(), file.toString())
                .inheritIO()
                .start();
    }

    void pause() throws Exception {
        signal("STOP");
    }

    void resume() throws Exception {
        signal("CONT");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() throws Exception {
        kill();
    }

    /** Ends with the process that started it. */
    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[0]);
        var settings = new Properties();
        try (var in = Files.newInputStream(file)) {
            settings.load(in);
        }
        Files.delete(file);
        var kafka = new HashMap<String, Object>();
        for (var name : settings.stringPropertyNames()) if (name.startsWith("kafka.")) kafka.put(name.substring(6), settings.getProperty(name));
        var options = new PgConnectOptions()
                .setHost("127.0.0.1").setPort(Integer.parseInt(settings.getProperty("db.port"))).setDatabase(settings.getProperty("db.name"))
                .setUser(settings.getProperty("db.user")).setPassword(settings.getProperty("db.password")).setCachePreparedStatements(true);
        var pool = PgBuilder.pool().with(new PoolOptions().setMaxSize(2)).connectingTo(options).using(Vertx.vertx()).build();
        new Relay(Pool.newInstance(pool), kafka).start();
        ProcessHandle.current().parent().orElseThrow().onExit().get();
        System.exit(0);
    }
}
