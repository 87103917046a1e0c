package org.kith.local.commands;

import java.time.Duration;
import java.util.ArrayList;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.platform.DataFolder;
import org.kith.local.platform.Platform;
import org.kith.local.process.Part;
import org.kith.local.process.RunningProcess;
import org.kith.local.terminal.Terminal;

/** Ends the platform gracefully and leaves no process behind. */
final class Stop {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private final Installation installation;
    private final Settings settings;
    private final Terminal terminal;

    Stop(Installation installation, Settings settings, Terminal terminal) {
        this.installation = installation;
        this.settings = settings;
        this.terminal = terminal;
    }

    int run() {
        var folder = new DataFolder(settings.data());
        if (!folder.used()) {
            terminal.line("Kith was never started in " + folder.path() + ".");
            return 0;
        }
        var parts = new Platform(installation, settings).parts();
        var supervisor = folder.supervisor().running();
        var left = new ArrayList<>(parts.stream().filter(part -> part.pidFile().running().isPresent()).toList());
        if (supervisor.isEmpty() && left.isEmpty()) {
            terminal.line("Kith is not running.");
            return 0;
        }
        terminal.line(terminal.bold("Stopping Kith") + " (the first stop after a build also prepares quicker starts, which takes a minute)");
        supervisor.ifPresent(process -> {
            process.destroy();
            var deadline = System.nanoTime() + LONGEST.toNanos();
            while (process.isAlive() && System.nanoTime() < deadline) {
                left.removeIf(this::ended);
                RunningProcess.pause(POLL);
            }
            if (process.isAlive()) process.destroyForcibly();
        });
        // whatever a supervisor that was killed has left
        parts.reversed().stream().filter(part -> part.pidFile().running().isPresent()).forEach(Part::stopLeftover);
        left.removeIf(this::ended);
        folder.supervisor().delete();
        terminal.line("Kith has stopped.");
        return left.isEmpty() ? 0 : 1;
    }

    private boolean ended(Part part) {
        if (part.pidFile().running().isPresent()) return false;
        terminal.done(part.name());
        return true;
    }
}
