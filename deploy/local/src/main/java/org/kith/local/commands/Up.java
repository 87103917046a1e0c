package org.kith.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kith.local.Installation;
import org.kith.local.PrivateFile;
import org.kith.local.Settings;
import org.kith.local.platform.Checks;
import org.kith.local.platform.DataFolder;
import org.kith.local.platform.Ending;
import org.kith.local.platform.Platform;
import org.kith.local.platform.Progress.Entry;
import org.kith.local.platform.Remembered;
import org.kith.local.platform.Supervisor;
import org.kith.local.process.Command;
import org.kith.local.process.Part;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** Starts the platform in the background, shows how it goes, and returns when it is ready. */
final class Up {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofMinutes(4);

    private final Installation installation;
    private final Settings settings;
    private final Terminal terminal;
    private final DataFolder folder;

    Up(Installation installation, Settings settings, Terminal terminal) {
        this.installation = installation;
        this.settings = settings;
        this.terminal = terminal;
        folder = new DataFolder(settings.data());
    }

    int run(boolean empty) {
        var began = System.nanoTime();
        terminal.line(terminal.bold("Starting Kith") + " in " + folder.path());
        var supervisor = launch(empty);
        var atInterrupt = new Thread(() -> {
            terminal.line("Interrupted: stopping what was started.");
            if (!supervisor.stop(STOP)) Ending.of(new Platform(installation, settings));
        });
        Runtime.getRuntime().addShutdownHook(atInterrupt);
        try {
            follow(supervisor);
        } finally {
            takeBack(atInterrupt);
        }
        terminal.line("");
        terminal.line("Kith is ready after %.0f s.".formatted((System.nanoTime() - began) / 1e9));
        new Welcome(new Platform(installation, settings), terminal).show();
        return 0;
    }

    private static void takeBack(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is at work already, and says so: why following ended is all there is to add
        }
    }

    /** Checks and starts under a lock, so that of two that are called at once one finds the other running. */
    private RunningProcess launch(boolean empty) {
        if (folder.used()) folder.open();
        Checks.java();
        Checks.disk(settings, folder);
        try {
            var lockFile = folder.path().resolveSibling("." + folder.path().getFileName() + ".lock");
            PrivateFile.folderOf(lockFile);
            try (var lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = lock.lock()) {
                Checks.notRunning(folder);
                if (folder.anyRuns()) stopLeftovers();
                Checks.ports(settings);
                folder.open();
                folder.progress().begin();
                Remembered.write(folder, settings);
                return RunningProcess.start(new Command("launcher", supervisor(empty), Remembered.environment(folder), installation.root(), folder.supervisorLog()),
                        folder.supervisor());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopLeftovers() {
        var platform = new Platform(installation, Remembered.of(installation, settings));
        var left = platform.parts().stream().filter(part -> part.pidFile().running().isPresent()).toList();
        if (left.isEmpty()) return;
        terminal.warning("an earlier launcher was killed; ending what it left: " + String.join(", ", left.stream().map(Part::name).toList()));
        Ending.of(platform);
    }

    /** In a session of its own: it outlives the terminal, and Ctrl-C is not for it. */
    private List<String> supervisor(boolean empty) {
        var command = new ArrayList<>(List.of("setsid", installation.java().toString()));
        command.addAll(Platform.launcherOptions(installation, settings));
        command.addAll(List.of("-Dkith.root=" + installation.root(), "-cp", installation.launcher().toString(), Supervisor.class.getName()));
        if (empty) command.add("--empty");
        return command;
    }

    private void follow(RunningProcess supervisor) {
        for (var shown = 0;; RunningProcess.pause(POLL)) {
            var alive = supervisor.alive();
            var entries = folder.progress().from(shown);
            for (var entry : entries) if (isReady(entry)) return;
            shown += entries.size();
            if (!alive && entries.isEmpty()) throw new StartFailed("the launcher ended while starting.\n" + supervisor.logEnd());
        }
    }

    private boolean isReady(Entry entry) {
        switch (entry.kind()) {
            case STEP -> terminal.step(entry.text());
            case DONE -> terminal.done(entry.text());
            case WARNING -> terminal.warning(entry.text());
            case READY -> {
                return true;
            }
            case FAILED -> {
                terminal.line("");
                terminal.line("Stopping what was started.");
                folder.supervisor().running().ifPresent(process -> new RunningProcess("launcher", process, folder.supervisorLog()).awaitEnd(STOP));
                throw new StartFailed(entry.text() + "\nNothing is left running, and no data is lost. Try again with ./kith up.");
            }
        }
        return false;
    }
}
