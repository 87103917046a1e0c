package org.kith.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kith.local.PrivateFile;
import org.kith.local.Secrets;
import org.kith.local.process.PidFile;

/**
 * The folder through which test processes and the keepers of shared parts find each other: who uses the parts, what
 * runs, on which ports, with which passwords.
 */
public record PartsFolder(Path path) {

    /** An owner file of this name keeps the parts running between builds, until it is deleted. */
    private static final String KEEP = "keep";

    public static PartsFolder under(Path root) {
        return new PartsFolder(root.resolve("target/test-parts").toAbsolutePath());
    }

    public Secrets secrets() {
        return new Secrets(path.resolve("secrets"));
    }

    /** One process at a time, of all that know this folder. */
    public <T> T locked(Supplier<T> action) {
        try {
            Files.createDirectories(path);
            try (var file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = file.lock()) {
                return action.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void addOwner(ProcessHandle owner, boolean keep) {
        PidFile.of(owners(), Long.toString(owner.pid())).write(owner);
        if (keep) PrivateFile.write(owners().resolve(KEEP), "delete this file to stop the parts\n");
    }

    boolean hasOwner() {
        try (var files = Files.list(owners())) {
            return files.anyMatch(file -> file.endsWith(KEEP) || new PidFile(file).running().isPresent());
        } catch (IOException e) {
            return false;
        }
    }

    /** What the keeper called {@code keeper} wrote, or null if it does not run. */
    public @Nullable Properties state(String keeper) {
        var file = path.resolve(keeper + ".properties");
        if (PidFile.of(path, keeper).running().isEmpty() || !Files.exists(file)) return null;
        try (var reader = Files.newBufferedReader(file)) {
            var state = new Properties();
            state.load(reader);
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeState(String keeper, String lines) {
        PrivateFile.write(path.resolve(keeper + ".properties"), lines);
    }

    void forget(String keeper) {
        try {
            Files.deleteIfExists(path.resolve(keeper + ".properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path owners() {
        return path.resolve("owners");
    }
}
