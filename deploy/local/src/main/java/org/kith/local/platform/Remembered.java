package org.kith.local.platform;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.kith.local.Installation;
import org.kith.local.PrivateFile;
import org.kith.local.Settings;

/**
 * The settings with which the platform in a data folder was started. As long as any of it runs, every command goes by them, whatever the
 * shell that it is called from or the file would choose by now; the next start goes by the settings of whoever starts it.
 */
public final class Remembered {

    private Remembered() {}

    public static void write(DataFolder folder, Settings settings) {
        var properties = new Properties();
        properties.putAll(settings.chosen());
        try (var text = new StringWriter()) {
            properties.store(text, "what this platform was started with, until it is started again");
            PrivateFile.write(folder.settings(), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of what runs in the folder that {@code chosen} names, or was left there by a launcher that was killed; if nothing does, {@code chosen}. */
    public static Settings of(Installation installation, Settings chosen) {
        var folder = new DataFolder(chosen.data());
        if (!Files.exists(folder.settings())) return chosen;
        var remembered = Settings.of(installation, folder.settings());
        return folder.running() || new Platform(installation, remembered).anyRuns() ? remembered : chosen;
    }

    /** With it the launcher reads what was written, and nothing beside it. */
    public static Map<String, String> environment(DataFolder folder) {
        var environment = new HashMap<String, String>();
        Settings.variables().forEach(variable -> environment.put(variable, ""));
        environment.put("KITH_SETTINGS", folder.settings().toString());
        return environment;
    }
}
