package org.kith.bench.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kith.bench.Commands;
import org.kith.local.Installation;

/** Kafka's own tool reading a topic from its beginning. */
final class ConsumerPerfTest {
    /** start, end, MB, MB/s, records, records/s, … */
    private static final Pattern RATE = Pattern.compile("(?m)^[^,\n]+, [^,\n]+, [0-9.]+, [0-9.]+, [0-9]+, ([0-9.]+),");

    private ConsumerPerfTest() {}

    /** @return records a second, the joining of its group included */
    static double run(RunningReporting kith, String topic, long records) throws IOException, InterruptedException {
        var settings = new Properties();
        kith.kafka().forEach((name, value) -> settings.setProperty(name, value.toString()));
        var file = Files.createTempFile("consumer", ".properties", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (var out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            var installation = Installation.here();
            return Commands.figure(
                    List.of(
                            installation.java().toString(), "-cp", installation.classPath(), "org.apache.kafka.tools.ConsumerPerformance",
                            "--bootstrap-server", kith.platform().kafka().bootstrap(), "--topic", topic, "--messages", Long.toString(records),
                            "--group", "bench-" + UUID.randomUUID(), "--timeout", "60000", "--hide-header", "--command-config", file.toString()),
                    Map.of(), RATE);
        } finally {
            Files.delete(file);
        }
    }
}
