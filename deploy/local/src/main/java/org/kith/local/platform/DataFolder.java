package org.kith.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.kith.local.PrivateFile;
import org.kith.local.process.PidFile;
import org.kith.local.process.StartFailed;

/**
 * The folder in which a platform keeps everything.
 *
 * @param path its place
 */
public record DataFolder(Path path) {

    /** Changes when what is in the folder can no longer be read by what is started on it. */
    public static final String FORMAT = "kith 1, postgresql 18, kafka 4";

    /** Whether a platform was ever started on it. */
    public boolean used() {
        return Files.exists(version());
    }

    /** Takes the folder into use, or checks that it is one of ours and of this version. */
    public void open() {
        try {
            if (!used()) {
                if (Files.isDirectory(path) && !empty())
                    throw new StartFailed(path + " is not empty and no data folder of Kith. Choose another: data=… in kith.properties, or KITH_DATA.");
                PrivateFile.write(version(), FORMAT + "\n");
                return;
            }
            var found = Files.readString(version()).strip();
            if (!found.equals(FORMAT))
                throw new StartFailed(path + " was written by another version (" + found + "; this is " + FORMAT + ").\n"
                        + "Use that version, or choose another folder: data=… in kith.properties, or KITH_DATA.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The background process that started the platform and watches it. */
    public PidFile supervisor() {
        return PidFile.of(run(), "supervisor");
    }

    public Progress progress() {
        return new Progress(run().resolve("progress"));
    }

    public Path supervisorLog() {
        return path.resolve("logs").resolve("launcher.log");
    }

    /** What the platform was last started with. */
    Path settings() {
        return run().resolve("settings");
    }

    public Path run() {
        return path.resolve("run");
    }

    public boolean running() {
        return supervisor().running().isPresent();
    }

    /** Whether any process is there that wrote its number here, watched or left behind by a launcher that was killed. */
    public boolean anyRuns() {
        if (!used()) return false;
        // by names alone: files come and go beside those that are looked for
        try (var folders = Files.newDirectoryStream(path)) {
            for (var folder : folders) if (anyRunsIn(folder)) return true;
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean anyRunsIn(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.pid")) {
            for (var file : files) if (new PidFile(file).running().isPresent()) return true;
            return false;
        } catch (NotDirectoryException | NoSuchFileException e) {
            return false;
        }
    }

    private Path version() {
        return path.resolve("version");
    }

    private boolean empty() throws IOException {
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }
}
