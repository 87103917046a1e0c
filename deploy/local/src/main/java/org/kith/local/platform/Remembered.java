package org.kith.local.platform;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.local.Installation;
import org.kith.local.PrivateFile;
import org.kith.local.Settings;

/**
 * The settings with which the platform in a data folder was started. As long as any of it runs, every command goes by them, whatever the
 * shell that it is called from or the file would choose by now; the next start goes by the settings of whoever starts it.
 */
public final class Remembered {

    private static final Pattern MEANS_MORE = Pattern.compile("[\\\\\\s]");

    private Remembered() {}

    /** As {@link java.util.Properties} reads it; its own way of writing names the date, which takes a tenth of a command to put into words. */
    public static void write(DataFolder folder, Settings settings) {
        var text = new StringBuilder("# what this platform was started with, until it is started again\n");
        settings.chosen().forEach((name, value) -> text.append(name).append('=').append(escaped(value)).append('\n'));
        PrivateFile.write(folder.settings(), text.toString());
    }

    private static String escaped(String value) {
        return MEANS_MORE.matcher(value).replaceAll(found -> Matcher.quoteReplacement("\\u%04x".formatted((int) found.group().charAt(0))));
    }

    /** Those of what runs in the folder that {@code chosen} names, or was left there by a launcher that was killed; if nothing does, {@code chosen}. */
    public static Settings of(Installation installation, Settings chosen) {
        var folder = new DataFolder(chosen.data());
        if (!Files.exists(folder.settings())) return chosen;
        var remembered = Settings.of(installation, folder.settings());
        return folder.anyRuns() ? remembered : chosen;
    }

    /** With it the launcher reads what was written, and nothing beside it. */
    public static Map<String, String> environment(DataFolder folder) {
        var environment = new HashMap<String, String>();
        Settings.variables().forEach(variable -> environment.put(variable, ""));
        environment.put("KITH_SETTINGS", folder.settings().toString());
        return environment;
    }
}
