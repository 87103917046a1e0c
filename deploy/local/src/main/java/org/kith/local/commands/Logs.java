package org.kith.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.platform.DataFolder;
import org.kith.local.platform.Platform;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** Shows the end of a process's log; with {@code -f}, and what is added to it from then on. */
final class Logs {

    private static final String LINES = "200";

    private final Installation installation;
    private final Settings settings;
    private final Terminal terminal;

    Logs(Installation installation, Settings settings, Terminal terminal) {
        this.installation = installation;
        this.settings = settings;
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        var names = arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
        var logs = logs();
        if (names.size() != 1 || !logs.containsKey(names.getFirst())) {
            terminal.error("which log? ./kith logs NAME [-f] with one of " + String.join(", ", logs.keySet()));
            return 2;
        }
        var log = logs.get(names.getFirst());
        if (!Files.exists(log)) throw new StartFailed(names.getFirst() + " has written no log yet.");
        var command = new ArrayList<>(List.of("tail", "-n", LINES));
        if (arguments.contains("-f")) command.add("-F");
        command.add(log.toString());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Map<String, Path> logs() {
        var folder = new DataFolder(settings.data());
        if (!folder.used()) throw new StartFailed("Kith was never started in " + folder.path() + ".");
        var logs = new LinkedHashMap<String, Path>();
        logs.put("launcher", folder.supervisorLog());
        new Platform(installation, settings).parts().forEach(part -> logs.put(part.name(), part.log()));
        return logs;
    }
}
