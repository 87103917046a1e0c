package org.kith.relay;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.kith.local.testing.TestDatabase;

/** A relay in a process of its own, so that it can be paused and killed for real. */
final class RelayProcess implements AutoCloseable {
    /** Short, because every test of it waits for its end. It is taken once only: a late renewal changes nothing before another comes. */
    private static final Duration LEASE = Duration.ofSeconds(1);

    private final Process process;
    private final Path standing;

    private RelayProcess(Process process, Path standing) {
        this.process = process;
        this.standing = standing;
    }

    static RelayProcess start(TestDatabase database) throws IOException {
        return start(database, new Properties(), Path.of(""));
    }

    /** One that stands still at a step of its work, when it comes there for the {@code nth} time. */
    static RelayProcess standingAt(Step step, int nth, TestDatabase database) throws IOException {
        var standing = Files.createTempFile("relay", ".standing");
        Files.delete(standing);
        var settings = new Properties();
        settings.setProperty(StandStill.STEP, step.name());
        settings.setProperty(StandStill.NTH, Integer.toString(nth));
        settings.setProperty(StandStill.SIGN, standing.toString());
        return start(database, settings, standing);
    }

    private static RelayProcess start(TestDatabase database, Properties settings, Path standing) throws IOException {
        settings.setProperty("db.port", database.address().split(":")[1]);
        settings.setProperty("db.name", database.name());
        settings.setProperty("db.user", database.database().app());
        settings.setProperty("db.password", database.database().appPassword());
        TopicReader.kafka().forEach((name, value) -> settings.setProperty("kafka." + name, value.toString()));
        var file = Files.createTempFile("relay", ".properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        var process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), RelayProcess.class.getName(), file.toString())
                .inheritIO()
                .start();
        return new RelayProcess(process, standing);
    }

    boolean standsStill() {
        return Files.exists(standing);
    }

    void pause() throws Exception {
        signal("STOP");
    }

    void resume() throws Exception {
        signal("CONT");
    }

    /** With SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() throws Exception {
        kill();
        if (!standing.toString().isEmpty()) Files.deleteIfExists(standing);
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
        if (settings.containsKey(StandStill.STEP)) {
            StandStill.here = new StandStill(settings);
            pool = StandStill.here.around(pool);
            kafka.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, StandStill.Sending.class.getName());
        }
        new Relay(Pool.newInstance(pool), kafka, LEASE).start();
        ProcessHandle.current().parent().orElseThrow().onExit().get();
        System.exit(0);
    }
}
