package org.kith.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.kith.local.Folders;
import org.kith.local.PrivateFile;
import org.kith.local.Settings;
import org.kith.local.platform.Checks;
import org.kith.local.platform.DataFolder;
import org.kith.local.process.StartFailed;
import org.kith.local.terminal.Terminal;

/**
 * Puts an archive in the place of the data folder. The erasure ledgers that are there stay, and each service applies
 * its own before it is ready: whoever was erased since the backup is erased in it too.
 */
final class Restore {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Settings settings;
    private final Terminal terminal;

    Restore(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        if (arguments.size() != 1) throw new StartFailed("restore from which file? ./kith restore FILE");
        var archive = new Archive(Path.of(arguments.getFirst()).toAbsolutePath());
        if (!Files.isReadable(archive.file())) throw new StartFailed(archive.file() + " is not there, or not readable.");
        var folder = new DataFolder(settings.data());
        if (folder.used()) Checks.atRest(folder);
        if (!archive.version().equals(DataFolder.FORMAT))
            throw new StartFailed(archive.file() + " was written by another version (" + archive.version() + "; this is " + DataFolder.FORMAT + ").");
        var next = folder.path().resolveSibling(folder.path().getFileName() + ".restoring");
        // what one that was broken off has left
        Folders.delete(next);
        try {
            PrivateFile.folderOf(next.resolve("version"));
            archive.unpack(next);
            keepLedgers(folder.path(), next);
            if (folder.used()) {
                var replaced = folder.path().resolveSibling(folder.path().getFileName() + ".before-" + LocalDateTime.now().format(MOMENT));
                Files.move(folder.path(), replaced);
                terminal.line("  What was there is in " + replaced + "; delete it once you are content.");
            }
            Files.move(next, folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.done("restored from " + archive.file() + ". Start it with ./kith up: erasures made since the backup are applied before anybody is answered");
        return 0;
    }

    private static void keepLedgers(Path present, Path next) throws IOException {
        var ledgers = present.resolve(Archive.LEDGERS);
        if (!Files.isDirectory(ledgers)) return;
        var kept = PrivateFile.folderOf(next.resolve(Archive.LEDGERS).resolve("any"));
        try (var files = Files.list(ledgers)) {
            for (var ledger : files.toList()) Files.copy(ledger, kept.resolve(ledger.getFileName()), StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
