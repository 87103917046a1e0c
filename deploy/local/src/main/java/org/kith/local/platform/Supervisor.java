package org.kith.local.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.kith.local.Installation;
import org.kith.local.Settings;
import org.kith.local.cases.SampleYear;
import org.kith.local.platform.Progress.Kind;
import org.kith.local.process.Part;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;
import org.kith.local.reference.ReferenceData;

/**
 * The background process behind {@code up}: starts the platform, says how it goes, watches it, and stops it when it is
 * told to end (SIGTERM).
 */
public final class Supervisor {

    private final Platform platform;
    private final DataFolder folder;
    private final Startup startup;
    private final Watch watch;

    private Supervisor(Platform platform, DataFolder folder) {
        this.platform = platform;
        this.folder = folder;
        watch = new Watch(folder);
        startup = new Startup(platform, folder.progress(), watch);
    }

    public static void main(String[] arguments) {
        var installation = Installation.here();
        var settings = Settings.load(installation);
        var folder = new DataFolder(settings.data());
        new Supervisor(new Platform(installation, settings), folder).run(List.of(arguments).contains("--empty"));
    }

    private void run(boolean empty) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        var progress = folder.progress();
        try {
            startup.run();
            new ReferenceData(platform).load(progress);
            SampleYear.playOnce(platform, empty, progress);
            progress.add(Kind.READY, platform.gateway());
        } catch (RuntimeException e) {
            progress.add(Kind.FAILED, e instanceof StartFailed ? String.valueOf(e.getMessage()) : e.toString());
            e.printStackTrace();
            System.exit(1);
        }
        while (true) RunningProcess.pause(Duration.ofHours(1));
    }

    private void stop() {
        startup.end();
        watch.end();
        Ending.of(platform);
        folder.supervisor().delete();
    }
}
