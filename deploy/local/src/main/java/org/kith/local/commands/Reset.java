package org.kith.local.commands;

import java.nio.file.Path;
import java.util.Locale;
import org.kith.local.Folders;
import org.kith.local.Settings;
import org.kith.local.platform.Checks;
import org.kith.local.platform.DataFolder;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** Throws the data folder away, after asking. */
final class Reset {

    private final Settings settings;
    private final Terminal terminal;

    Reset(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** @param agreed not to ask, because the command line already said so */
    int run(boolean agreed) {
        var folder = new DataFolder(settings.data());
        if (!folder.used()) {
            terminal.line("There is nothing to reset in " + folder.path() + ".");
            return 0;
        }
        Checks.atRest(folder);
        if (!agreed && !asked(folder.path())) {
            terminal.line("Nothing was changed.");
            return 1;
        }
        Folders.delete(folder.path());
        terminal.line("All data in " + folder.path() + " is gone. ./kith up starts anew.");
        return 0;
    }

    private boolean asked(Path path) {
        var console = System.console();
        if (console == null || !console.isTerminal())
            throw new StartFailed("reset deletes every event, key and account in " + path + ". Without a terminal to ask, say so with --yes.");
        var answer = console.readLine("This deletes every event, key and account in %s. Type yes to go on: ", path);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    }
}
