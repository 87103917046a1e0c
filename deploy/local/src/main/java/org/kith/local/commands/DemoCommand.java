package org.kith.local.commands;

import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.cases.Demo;
import org.kith.local.platform.DataFolder;
import org.kith.local.platform.Platform;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/** Plays the demonstration on a platform that runs. */
final class DemoCommand {

    private DemoCommand() {}

    static int run(Installation installation, Settings settings, Terminal terminal) {
        if (!new DataFolder(settings.data()).running()) throw new StartFailed("Kith is not running. Start it with ./kith up");
        new Demo(new Platform(installation, settings), terminal).run();
        return 0;
    }
}
