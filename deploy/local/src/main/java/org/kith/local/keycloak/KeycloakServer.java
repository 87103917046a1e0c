package org.kith.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kith.local.Installation;
import org.kith.local.postgres.ServiceDatabase;
import org.kith.local.process.Command;
import org.kith.local.process.Http;
import org.kith.local.process.Jars;
import org.kith.local.process.Part;
import org.kith.local.process.PidFile;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;
import org.kith.local.process.StopTime;

/**
 * One Keycloak on the loopback address, with its data in PostgreSQL.
 *
 * @param installation    where it was unpacked
 * @param home            folder for its pid file; its log is in {@code logs} beside it
 * @param port            TCP port
 * @param databaseAddress {@code host:port} of PostgreSQL
 * @param database        its database; it runs as the owner, because it migrates its schema itself
 * @param operatorSecret  of the client {@link #OPERATOR}, which may administer everything
 * @param jvmOptions      heap and the like
 */
public record KeycloakServer(
        Installation installation, Path home, int port, String databaseAddress, ServiceDatabase database, String operatorSecret, List<String> jvmOptions) implements Part {

    public static final String OPERATOR = "kith-operator";
    private static final Duration START = Duration.ofMinutes(6);
    private static final String SERVER = "org.keycloak.quarkus.runtime.KeycloakMain";
    private static final String BUILDER = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    /** What nobody here uses is left out, for less to start and less to attack. */
    private static final List<String> BUILD = List.of("--db=postgres", "--health-enabled=false", "--metrics-enabled=false",
            "--features-disabled=kerberos,device-flow,ciba,par,impersonation",
            // it asks each of the system's 140 authorities whether it signed itself, at each start; without it, TLS to others goes by the JVM's own trust
            "--spi-truststore--file--enabled=false");
    /** A JVM option that means nothing but that it was built so: an AOT cache of one that was built otherwise holds other classes. */
    public static final String BUILT_AS = "-Dkith.keycloak.build=" + Integer.toHexString(BUILD.hashCode());
    private static final List<String> SETTINGS = List.of("--cache=local", "--http-enabled=true", "--http-host=127.0.0.1", "--db-pool-initial-size=1",
            "--db-pool-max-size=10");
    private static final List<String> OPENED = List.of("java.base/java.util", "java.base/java.util.concurrent", "java.base/java.security", "java.base/java.lang");

    /** The very first start of an installation builds it, and the first one of a database makes its schema, about 20 s each. */
    @Override
    public RunningProcess launch() {
        build();
        var arguments = new ArrayList<>(List.of("start", "--optimized"));
        arguments.addAll(SETTINGS);
        arguments.addAll(addresses());
        return RunningProcess.start(command(SERVER, classPath(), arguments, environment()), pidFile());
    }

    /** Arguments for a Keycloak of the same version that was not built with our options: it builds itself as it starts. */
    public List<String> starting() {
        return Stream.of(List.of("start"), BUILD, SETTINGS, addresses()).flatMap(List::stream).toList();
    }

    /** Secrets come by the environment: a command's arguments are there for all to read. */
    public Map<String, String> environment() {
        return Map.of("KC_DB_PASSWORD", database.ownerPassword(), "KC_BOOTSTRAP_ADMIN_CLIENT_ID", OPERATOR, "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", operatorSecret);
    }

    private List<String> addresses() {
        return List.of("--http-port=" + port, "--hostname=" + url(), "--db-url=jdbc:postgresql://" + databaseAddress + "/" + database.database(),
                "--db-username=" + database.owner());
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Duration startTime() {
        return START;
    }

    @Override
    public void stop(RunningProcess process) {
        process.stop(StopTime.of(jvmOptions));
        pidFile().delete();
    }

    @Override
    public PidFile pidFile() {
        return PidFile.of(home, "keycloak-server");
    }

    @Override
    public Path log() {
        return home.resolveSibling("logs").resolve("keycloak.log");
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String issuer() {
        return url() + "/realms/" + Realm.NAME;
    }

    @Override
    public boolean answers() {
        return Http.ok(url() + "/realms/master");
    }

    /** Bakes the build options in, once for an installation, whoever comes first. */
    private void build() {
        var keycloak = installation.keycloak();
        var done = keycloak.resolve("data/built-with");
        try {
            Files.createDirectories(done.getParent());
            Files.createDirectories(home);
            try (var lock = FileChannel.open(keycloak.resolve("data/build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = lock.lock()) {
                if (Files.exists(done) && Files.readString(done).equals(BUILD.toString())) return;
                var arguments = new ArrayList<>(List.of("build"));
                arguments.addAll(BUILD);
                var command = command(BUILDER, installation.keycloak().resolve("lib/quarkus-run.jar").toString(), arguments, Map.of());
                // The build loads classes in ways that JDK 25 cannot always write into an AOT cache: it crashed. A start can.
                var uncached = command.arguments().stream().filter(option -> !option.startsWith("-XX:AOTCache")).toList();
                RunningProcess.toEnd(new Command("keycloak's build", uncached, Map.of(), home, log()), _ -> {});
                Files.writeString(done, BUILD.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its jars as they were released, without those that {@link #build} writes. */
    public static List<Path> released(Installation installation) {
        var lib = installation.keycloak().resolve("lib");
        return Stream.of(List.of(lib.resolve("app/keycloak.jar")), Jars.in(lib.resolve("lib/boot")), Jars.in(lib.resolve("lib/main"))).flatMap(List::stream).toList();
    }

    /**
     * The class path that its own runner would make, in the same order, said to the JVM itself: what a class loader of its own loads, no AOT
     * cache holds, and that is most of a start.
     */
    private String classPath() {
        var built = installation.keycloak().resolve("lib/quarkus");
        var unsigned = installation.keycloak().resolve("data/unsigned");
        var jars = new ArrayList<>(List.of(built.resolve("transformed-bytecode.jar"), built.resolve("generated-bytecode.jar")));
        for (var jar : released(installation)) jars.add(jar.getFileName().toString().startsWith("org.bouncycastle.") ? Unsigned.of(jar, unsigned) : jar);
        return Jars.classPath(jars);
    }

    /** Java itself rather than {@code kc.sh}, which would stand between us and the process that we watch. */
    private Command command(String main, String classPath, List<String> arguments, Map<String, String> environment) {
        var keycloak = installation.keycloak();
        var java = new ArrayList<>(List.of(installation.java().toString()));
        java.addAll(jvmOptions);
        OPENED.forEach(each -> java.add("--add-opens=" + each + "=ALL-UNNAMED"));
        java.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US",
                "-Dkc.home.dir=" + keycloak, "-Djboss.server.config.dir=" + keycloak.resolve("conf"),
                // a connection that its database's end has left dead would answer one sign-in with an error, each of those in the pool
                "-Dquarkus.datasource.jdbc.validate-on-borrow=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp", classPath, main));
        java.addAll(arguments);
        return new Command("keycloak", java, environment, home, log());
    }
}
