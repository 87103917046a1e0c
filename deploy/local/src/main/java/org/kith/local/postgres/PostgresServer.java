package org.kith.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kith.local.Folders;
import org.kith.local.process.Command;
import org.kith.local.process.Part;
import org.kith.local.process.PidFile;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;

/**
 * One PostgreSQL server in a folder of its own, listening on the loopback address only.
 *
 * @param binaries the programs
 * @param home     folder of this server; its log is in {@code logs} beside it
 * @param port     TCP port
 * @param password of the superuser {@code postgres}
 * @param settings server settings beyond ours, e.g. {@code shared_buffers}
 */
public record PostgresServer(PostgresBinaries binaries, Path home, int port, String password, Map<String, String> settings) implements Part {

    public static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(120);
    /**
     * Iterations make guessing a password dear. Ours are 256 random bits, which nobody guesses; 4,096 of them cost a JVM that has just
     * started 0.1 s of processor time for its first connections.
     */
    private static final String ITERATIONS = "scram_iterations=1";
    private static final int MILLISECONDS = 3_000;
    /** Length, version 3.0 of the protocol, and who wants to sign in to what. */
    private static final byte[] SIGN_IN = ByteBuffer.allocate(41).putInt(41).putInt(3 << 16)
            .put("user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII)).array();
    private static final Duration STOP = Duration.ofSeconds(30);

    /** Makes the cluster first if there is none. */
    @Override
    public RunningProcess launch() {
        if (!Files.exists(data().resolve("PG_VERSION"))) initialise();
        var arguments = new ArrayList<>(List.of("-D", data().toString(), "-p", Integer.toString(port), "-h", "127.0.0.1", "-c", "unix_socket_directories="));
        arguments.addAll(List.of("-c", ITERATIONS));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        var command = new Command("postgres", binaries.command("postgres", arguments), Map.of(), home, log());
        return RunningProcess.start(command, pidFile());
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String url() {
        return "postgresql://" + address();
    }

    @Override
    public Duration startTime() {
        return START;
    }

    /** Ends sessions and stops with a checkpoint. SIGTERM would wait for every client to leave first. */
    @Override
    public void stop(RunningProcess server) {
        server.thaw();
        run("pg_ctl", List.of("stop", "-D", data().toString(), "-m", "fast", "-W"));
        server.awaitEnd(STOP);
        pidFile().delete();
    }

    @Override
    public PidFile pidFile() {
        return PidFile.of(home, "postgres");
    }

    @Override
    public Path log() {
        return home.resolveSibling("logs").resolve("postgres.log");
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /**
     * Asked several times a second while it starts, so without the driver, whose classes cost the launcher more than all else that a start
     * asks of it: by the beginning of a sign-in. Who accepts clients asks for the password; who is starting or recovering refuses.
     */
    @Override
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), MILLISECONDS);
            socket.setSoTimeout(MILLISECONDS);
            socket.getOutputStream().write(SIGN_IN);
            return socket.getInputStream().read() == 'R';
        } catch (IOException e) {
            return false;
        }
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return Connections.open("jdbc:postgresql://" + address() + "/" + database + "?connectTimeout=2", SUPERUSER, password);
    }

    private Path data() {
        return home.resolve("data");
    }

    /** In a folder beside, which takes its place when it is whole: an interrupted try leaves no half of a cluster. */
    private void initialise() {
        var next = home.resolve("data.initialising");
        try {
            Files.createDirectories(home);
            Folders.delete(next);
            var passwordFile = Files.createTempFile(home, "initial", ".password", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(passwordFile, password);
                run("initdb", List.of("-D", next.toString(), "-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile=" + passwordFile, "-c", ITERATIONS,
                        "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
                Files.move(next, data());
            } finally {
                Files.delete(passwordFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String program, List<String> arguments) {
        RunningProcess.toEnd(new Command(program, binaries.command(program, arguments), Map.of(), home, log()), _ -> {});
    }
}
