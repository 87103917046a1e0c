package org.kith.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.kith.local.process.StartFailed;

/**
 * A data folder as one file. Logs and process ids stay out, and so do the erasure ledgers: a ledger is kept apart from
 * every backup, because it must say who was erased after the backup was made.
 */
record Archive(Path file) {

    static final Path LEDGERS = Path.of("keys", "ledgers");
    private static final List<String> LEFT_OUT = List.of("./run", "./logs", "./" + LEDGERS);

    /** Asked before a platform is stopped for it. @throws StartFailed where there is a file already, or no folder to write into */
    void mustBePossible() {
        if (Files.exists(file)) throw new StartFailed(file + " is there already. Name another file.");
        var folder = file.toAbsolutePath().getParent();
        if (!Files.isWritable(folder)) throw new StartFailed(folder + " is not there, or you may not write into it. Name a file elsewhere.");
    }

    /** Writes the archive, readable by its owner only: the keys are in it. Never in place of another file. */
    void write(Path data) {
        mustBePossible();
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var command = new ArrayList<>(List.of("tar", "-czf", file.toString(), "-C", data.toString()));
            LEFT_OUT.forEach(each -> command.add("--exclude=" + each));
            command.add(".");
            run(command);
        } catch (IOException e) {
            throw new StartFailed("cannot write " + file + ": " + e.getMessage(), e);
        } catch (StartFailed e) {
            deletePartial();
            throw e;
        }
    }

    /** What the archive's own folder says of its version. */
    String version() {
        return run(List.of("tar", "-xzOf", file.toString(), "./version")).strip();
    }

    /** Unpacks into an empty folder. */
    void unpack(Path folder) {
        run(List.of("tar", "-xzpf", file.toString(), "-C", folder.toString()));
    }

    private void deletePartial() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new StartFailed(String.join(" ", command) + " failed");
            return output;
        } catch (IOException e) {
            throw new StartFailed("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted in " + command.getFirst());
        }
    }
}
