package org.kith.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.kith.local.Folders;
import org.kith.local.Installation;
import org.kith.local.PrivateFile;
import org.kith.local.process.Command;
import org.kith.local.process.Jars;
import org.kith.local.process.Part;
import org.kith.local.process.PidFile;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;
import org.kith.local.process.StopTime;

/**
 * One broker that is its own controller, in a folder of its own, on the loopback address only.
 *
 * @param installation   where its class path is
 * @param home           folder of this broker; its log is in {@code logs} beside it
 * @param port           clients' port
 * @param controllerPort the controller's port
 * @param broker         who the broker is to itself
 * @param operator       who may do anything: makes topics, users and access rules
 * @param jvmOptions     heap and the like
 */
public record KafkaBroker(
        Installation installation, Path home, int port, int controllerPort, KafkaCredentials broker, KafkaCredentials operator, List<String> jvmOptions) implements Part {

    private static final Duration START = Duration.ofSeconds(120);
    private static final int MILLISECONDS = 3_000;
    private static final int CORRELATION = 25;
    /** To its standard output, which is appended to its log file. */
    private static final Map<String, String> LOGGING = new TreeMap<>(Map.of("logFile", "System.out", "defaultLogLevel", "warn", "log.kafka.server.KafkaRaftServer", "info",
            "showDateTime", "true", "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss,SSS", "showThreadName", "false", "showShortLogName", "true"));
    /** Length of what follows, ApiVersions, its version 0, correlation, no client's name. */
    private static final byte[] WHICH_VERSIONS = ByteBuffer.allocate(14).putInt(10).putShort((short) 18).putShort((short) 0).putInt(CORRELATION).putShort((short) -1).array();

    /** Formats the storage first if there is none. */
    @Override
    public RunningProcess launch() {
        PrivateFile.write(settings(), settings(data().toString()));
        if (!formatted()) format();
        var java = new ArrayList<>(List.of(installation.java().toString()));
        java.addAll(jvmOptions);
        LOGGING.forEach((setting, value) -> java.add("-Dorg.slf4j.simpleLogger." + setting + "=" + value));
        java.addAll(List.of("-cp", Jars.classPath(installation.libraries()), "kafka.Kafka", settings().toString()));
        return RunningProcess.start(new Command(name(), java, Map.of(), home, log()), pidFile());
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String url() {
        return bootstrap();
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
        return PidFile.of(home, "kafka");
    }

    @Override
    public Path log() {
        return home.resolveSibling("logs").resolve("kafka.log");
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** A client that may do anything; to be closed. */
    public Admin admin() {
        var settings = new HashMap<>(operator.client(bootstrap()));
        settings.put("request.timeout.ms", 10_000);
        settings.put("default.api.timeout.ms", 30_000);
        return Admin.create(settings);
    }

    /**
     * Asked several times a second while it starts, so without a client of Kafka's, whose classes and threads cost more than all else that a
     * start waits for: by the question which versions of the protocol it speaks, the only one that a broker answers before anybody signs in.
     */
    @Override
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), MILLISECONDS);
            socket.setSoTimeout(MILLISECONDS);
            var question = new DataOutputStream(socket.getOutputStream());
            question.write(WHICH_VERSIONS);
            var answer = new DataInputStream(socket.getInputStream());
            return answer.readInt() > 0 && answer.readInt() == CORRELATION;
        } catch (IOException e) {
            return false;
        }
    }

    /** The settings file of a broker that keeps its log segments in {@code folder}. */
    public String settings(String folder) {
        return new BrokerSettings(folder, port, controllerPort, broker, operator).text();
    }

    /** Arguments of Kafka's storage tool that prepare the folder which the file {@code settings} names. */
    public List<String> formatting(String settings) {
        return List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings, "--add-scram", scram(broker), "--add-scram", scram(operator));
    }

    /** Whether it has storage already; without, the next start makes it, and every topic and user is to be made again. */
    public boolean formatted() {
        return Files.exists(data().resolve("meta.properties"));
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path settings() {
        return home.resolve("server.properties");
    }

    /**
     * In this process rather than by a command: a command's arguments, passwords among them, are there for all to read. In a folder
     * beside, which takes its place when it is whole.
     */
    private void format() {
        var next = home.resolve("data.formatting");
        var settings = home.resolve("format.properties");
        var output = new ByteArrayOutputStream();
        Folders.delete(next);
        PrivateFile.write(settings, settings(next.toString()));
        var result = StorageTool.execute(formatting(settings.toString()).toArray(String[]::new), new PrintStream(output, true, StandardCharsets.UTF_8));
        if (result != 0) throw new StartFailed("cannot prepare Kafka's storage in " + next + ": " + output.toString(StandardCharsets.UTF_8));
        try {
            Files.delete(settings);
            Files.move(next, data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String scram(KafkaCredentials credentials) {
        return "SCRAM-SHA-256=[name=" + credentials.user() + ",password=" + credentials.password() + "]";
    }
}
