package org.kith.local.commands;

import java.time.Duration;
import java.util.ArrayList;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.platform.DataFolder;
import org.kith.local.platform.Ending;
import org.kith.local.platform.Platform;
import org.kith.local.process.Part;
import org.kith.local.process.RunningProcess;
import org.kith.local.terminal.Terminal;

/** Ends the platform gracefully and leaves no process behind. */
final class Stop {

    private static final Duration POLL = Duration.ofMillis(100);
    /** Between the end of one part and of the next: a launcher that lets more pass is stuck itself. */
    private static final Duration LONGEST = Duration.ofSeconds(150);

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
        var platform = new Platform(installation, settings);
        var parts = platform.parts();
        var supervisor = folder.supervisor().running();
        var left = new ArrayList<>(parts.stream().filter(part -> part.pidFile().running().isPresent()).toList());
        if (supervisor.isEmpty() && left.isEmpty()) {
            terminal.line("Kith is not running.");
            return 0;
        }
        terminal.line(terminal.bold("Stopping Kith") + " (the first stop after a build also prepares quicker starts, which takes a minute)");
        supervisor.ifPresent(process -> {
            process.destroy();
            new RunningProcess("launcher", process, folder.supervisorLog()).thaw();
            for (var deadline = System.nanoTime() + LONGEST.toNanos(); process.isAlive() && System.nanoTime() < deadline; RunningProcess.pause(POLL))
                if (left.removeIf(this::ended)) deadline = System.nanoTime() + LONGEST.toNanos();
            if (process.isAlive()) process.destroyForcibly();
        });
        // whatever a launcher that was killed has left
        Ending.of(platform);
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
