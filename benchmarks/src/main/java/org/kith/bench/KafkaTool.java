package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.kith.local.Installation;

/** One of the performance tools that come with Kafka, in a JVM of its own. */
public final class KafkaTool {

    private KafkaTool() {}

    /**
     * Runs a tool to its end.
     *
     * @param tool      simple name of its class
     * @param client    how to sign in, and what else a client is to be told; in a file that its owner alone can read
     * @param arguments beside {@code --command-config}
     * @param figure    finds the wanted figure in what it prints, as its first group
     * @throws IOException if it fails or does not print the figure
     */
    public static double figure(String tool, Map<String, ?> client, List<String> arguments, Pattern figure) throws IOException, InterruptedException {
        var settings = new Properties();
        client.forEach((name, value) -> settings.setProperty(name, value.toString()));
        var file = Files.createTempFile(tool, ".properties", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (var out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            var installation = Installation.here();
            var command = new ArrayList<>(List.of(installation.java().toString(), "-cp", installation.launcher().toString(), "org.apache.kafka.tools." + tool));
            command.addAll(arguments);
            command.addAll(List.of("--command-config", file.toString()));
            return Commands.figure(command, Map.of(), figure);
        } finally {
            Files.delete(file);
        }
    }
}
