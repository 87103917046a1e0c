package org.kith.local.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.local.Folders;
import org.kith.local.Installation;
import org.kith.local.Marker;
import org.kith.local.PrivateFile;
import org.kith.local.process.Command;
import org.kith.local.process.Http;
import org.kith.local.process.Part;
import org.kith.local.process.PidFile;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;
import org.kith.local.process.StopTime;

/**
 * One service as a process.
 *
 * @param installation where its jar was built
 * @param service      which
 * @param folder       data folder: {@code config}, {@code logs} and {@code run} are in it
 * @param port         its HTTP port
 * @param properties   what it is told, written to a file that its owner alone can read
 * @param owner        what its migrations are told beside that: who owns the tables
 * @param jvmOptions   heap and the like
 */
public record ServiceProcess(
        Installation installation, Service service, Path folder, int port, Map<String, String> properties, Map<String, String> owner,
        List<String> jvmOptions) implements Part {

    private static final Duration START = Duration.ofMinutes(5);
    /**
     * For glibc. It keeps an arena for each of many threads otherwise, and each keeps what was once freed in it: a second one is 11 MB of the
     * referral service. The compilers borrow up to 36 MB in pieces of 32 KB; taken from between what stays, they leave 14 MB of holes, so
     * each of them comes from the system and goes back to it.
     */
    private static final Map<String, String> NATIVE_MEMORY = Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", "30000");
    /** Without it a service leaves its schema alone. */
    public static final String MIGRATES = "quarkus.datasource.owner.active";
    /** Of a JVM that is there for seconds. */
    private static final List<String> MIGRATION = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m");

    @Override
    public RunningProcess launch() {
        if (!migrated()) migrate();
        return RunningProcess.start(command(name(), jvmOptions, Map.of()), pidFile());
    }

    /**
     * Brings its database's schema up to date, in a process of its own: what serves requests need not know who owns the tables, and
     * holds nothing that migrating has loaded. Killed, it has done nothing or all of a migration, and the next one goes on.
     */
    public void migrate() {
        var build = build();
        var told = new LinkedHashMap<>(owner);
        told.put(MIGRATES, "true");
        told.put("quarkus.init-and-exit", "true");
        var process = migration();
        try {
            RunningProcess.toEnd(command(name() + "-migration", MIGRATION, told), process::write);
        } finally {
            process.delete();
            Folders.delete(config(name() + "-migration"));
        }
        schema(folder, service.id()).write(build);
    }

    /** Whether this build has migrated its database. */
    public boolean migrated() {
        return !service.hasStore() || schema(folder, service.id()).says(build());
    }

    /** Remembers which build has brought a service's database's schema up to date: in the cluster, with which it goes. */
    public static Marker schema(Path folder, String service) {
        return new Marker(folder.resolve("postgres/data").resolve("schema-" + service));
    }

    private Command command(String name, List<String> options, Map<String, String> more) {
        var config = config(name);
        // each name once: of one that stands there twice a service logs the value, whatever it is
        var told = new LinkedHashMap<>(properties);
        told.putAll(more);
        PrivateFile.write(config, told.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue() + "\n").collect(Collectors.joining()));
        var java = new ArrayList<>(List.of(installation.java().toString()));
        java.addAll(options);
        java.addAll(List.of("-jar", jar().toString()));
        var environment = new HashMap<>(NATIVE_MEMORY);
        environment.put("QUARKUS_CONFIG_LOCATIONS", config.toString());
        return new Command(name, java, environment, folder, log());
    }

    private Path config(String name) {
        return folder.resolve("config").resolve(name + ".properties");
    }

    /** What tells this build of the service from every other. */
    private String build() {
        var jar = jar();
        try {
            return Files.getLastModifiedTime(jar) + " " + Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar() {
        var jar = installation.jar(service.module());
        if (!Files.exists(jar))
            throw new StartFailed(jar + " is not there. Build it with: ./mvnw -pl " + service.module() + " -am package -DskipTests");
        return jar;
    }

    /** Its migration too: PostgreSQL takes back what that had begun. */
    @Override
    public void stopLeftover() {
        migration().running().ifPresent(ProcessHandle::destroyForcibly);
        Part.super.stopLeftover();
    }

    private PidFile migration() {
        return PidFile.of(folder.resolve("run"), name() + "-migration");
    }

    @Override
    public boolean answers() {
        return Http.ok(url() + "/q/health/ready");
    }

    @Override
    public void stop(RunningProcess process) {
        process.stop(StopTime.of(jvmOptions));
        pidFile().delete();
    }

    @Override
    public String name() {
        return service.id();
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public PidFile pidFile() {
        return PidFile.of(folder.resolve("run"), name());
    }

    @Override
    public Path log() {
        return folder.resolve("logs").resolve(name() + ".log");
    }

    @Override
    public Duration startTime() {
        return START;
    }
}
