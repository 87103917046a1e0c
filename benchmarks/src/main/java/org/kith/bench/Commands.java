package org.kith.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Peers are programs: run one and read its figure. */
public final class Commands {
    private Commands() {}

    /** The first group of the last match in what the program printed. */
    public static double figure(List<String> command, Map<String, String> environment, Pattern figure) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int status = process.waitFor();
        var matches = figure.matcher(output).results().toList();
        if (status != 0 || matches.isEmpty())
            throw new IOException(command.getFirst() + " failed (" + status + "): " + output.lines().limit(5).toList());
        return Double.parseDouble(matches.getLast().group(1));
    }

    public static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static Optional<String> needPgbench() {
        return runs("pgbench", "--version") ? Optional.empty() : Optional.of("pgbench is missing: install Debian's postgresql-contrib or postgresql package");
    }

    public static Optional<String> needNode() {
        return runs("npm", "--version") ? Optional.empty() : Optional.of("Node.js with npm is missing: install Debian's nodejs and npm packages");
    }
}
