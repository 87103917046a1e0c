package org.kith.local.commands;

import java.nio.file.Path;
import java.util.List;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.platform.DataFolder;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** Puts the data folder into an archive. A platform that runs is stopped for it and started again: only at rest do stores, topics and reports agree. */
final class Backup {

    private final Installation installation;
    private final Settings settings;
    private final Terminal terminal;

    Backup(Installation installation, Settings settings, Terminal terminal) {
        this.installation = installation;
        this.settings = settings;
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        if (arguments.size() != 1) throw new StartFailed("backup to which file? ./kith backup FILE");
        var folder = new DataFolder(settings.data());
        if (!folder.used()) throw new StartFailed("There is nothing to back up in " + folder.path() + ".");
        var archive = new Archive(Path.of(arguments.getFirst()).toAbsolutePath());
        archive.mustBePossible();
        var running = folder.anyRuns();
        if (running) new Stop(installation, settings, terminal).run();
        try {
            archive.write(folder.path());
            terminal.done("backed up to " + archive.file() + "; it holds keys and passwords: keep it as safe as the data, and let it expire");
            terminal.line("  The erasure ledgers in " + folder.path().resolve(Archive.LEDGERS) + " are not in it. Keep a copy of them apart.");
        } finally {
            if (running) new Up(installation, settings, terminal).run(true);
        }
        return 0;
    }
}
