package org.kith.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.kith.local.Settings;
import org.kith.local.process.Ports;
import org.kith.local.process.StartFailed;

/** What is looked at before anything is started, so that a start which cannot succeed changes nothing. */
public final class Checks {

    private static final int JAVA = 25;

    private Checks() {}

    public static void java() {
        java(Runtime.version().feature());
    }

    public static void notRunning(DataFolder folder) {
        folder.supervisor().running().ifPresent(supervisor -> {
            throw new StartFailed("Kith is already running on " + folder.path() + " (process " + supervisor.pid() + ").\nSee it with ./kith status, stop it with ./kith stop.");
        });
    }

    /** For what changes the data folder itself. */
    public static void atRest(DataFolder folder) {
        if (folder.anyRuns()) throw new StartFailed("Kith is running. Stop it first with ./kith stop.");
    }

    /** @throws StartFailed naming every port that is taken, with what to do about it */
    public static void ports(Settings settings) {
        free(settings.ports());
    }

    static void java(int feature) {
        if (feature < JAVA) throw new StartFailed("this is Java " + feature + "; Kith needs JDK " + JAVA + ". Set JAVA_HOME to one, or let ./kith find it.");
    }

    static void free(Map<String, Integer> ports) {
        var trouble = new ArrayList<String>();
        ports.forEach((name, port) -> {
            ports.forEach((other, same) -> {
                if (name.compareTo(other) < 0 && port.equals(same)) trouble.add("Port " + port + " is chosen twice: " + name + " and " + other + ".");
            });
            if (Ports.taken(port))
                trouble.add(
                        "Port " + port + " is taken. End what listens there (ss -ltnp 'sport = :" + port + "' names it), or choose another: " + name + "=… in kith.properties.");
        });
        if (!trouble.isEmpty()) throw new StartFailed(String.join("\n", trouble));
    }

    public static void disk(Settings settings, DataFolder folder) {
        try {
            var place = folder.path().toAbsolutePath();
            while (!Files.exists(place)) place = Objects.requireNonNull(place.getParent());
            var free = Files.getFileStore(place).getUsableSpace() / 1_000_000;
            if (free < settings.diskMegabytes())
                throw new StartFailed("There are " + free + " MB left where " + folder.path() + " is; Kith wants " + settings.diskMegabytes()
                        + ". Make room, or choose another folder: data=… in kith.properties, or KITH_DATA.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
