package org.kith.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.kith.local.PrivateFile;

/**
 * Remembers a process beyond the life of the one that started it. The start time stands beside the id, because
 * ids are used again: a file left by a crash must never point at somebody else's process.
 */
public record PidFile(Path path) {

    private static final long CLOCK_MOVES_MILLIS = 10_000;

    public static PidFile of(Path directory, String name) {
        return new PidFile(directory.resolve(name + ".pid"));
    }

    /** All at once: who reads meanwhile finds what was there before or what is there now, never half of it. */
    public void write(ProcessHandle process) {
        PrivateFile.write(path, process.pid() + " " + startedAt(process) + "\n");
    }

    /** The process that was written, if it is still the same one and alive. */
    public Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(path)) return Optional.empty();
            var parts = Files.readString(path).trim().split(" ");
            if (parts.length != 2) return Optional.empty();
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> sameStart(startedAt(process), parts[1]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system derives a start from the time of its boot, which moves when the clock is set; no number is used again so soon. */
    private static boolean sameStart(String one, String other) {
        if (one.equals(other)) return true;
        return Math.abs(Long.parseLong(one) - Long.parseLong(other)) <= CLOCK_MOVES_MILLIS;
    }

    private static String startedAt(ProcessHandle process) {
        return process.info().startInstant().map(start -> Long.toString(start.toEpochMilli())).orElse("unknown");
    }
}
