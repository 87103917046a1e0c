package org.kith.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A process that we started (or found again by its pid file), its log and how it is stopped. */
public record RunningProcess(String name, ProcessHandle handle, Path log) {

    private static final long LOG_BYTES_KEPT = 20_000_000;
    private static final int LOG_BYTES_SHOWN = 65_536;

    /** @throws StartFailed if the program cannot be run at all */
    public static RunningProcess start(Command command, PidFile pidFile) {
        try {
            Files.createDirectories(command.log().getParent());
            rotate(command.log());
            var process = builder(command).start().toHandle();
            pidFile.write(process);
            return new RunningProcess(command.name(), process, command.log());
        } catch (IOException e) {
            throw new StartFailed("cannot start " + command.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Runs a program until it ends by itself; if we are interrupted before, it is killed.
     *
     * @param running is told the process as soon as there is one
     * @throws StartFailed if it cannot be run, or does not end well; shows the end of its log
     */
    public static void toEnd(Command command, Consumer<ProcessHandle> running) {
        try {
            Files.createDirectories(command.log().getParent());
            var process = builder(command).start();
            try {
                running.accept(process.toHandle());
                if (process.waitFor() != 0) throw new StartFailed(command.name() + " failed. " + new RunningProcess(command.name(), process.toHandle(), command.log()).logEnd());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new StartFailed("cannot run " + command.name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted in " + command.name());
        }
    }

    private static ProcessBuilder builder(Command command) {
        var builder = new ProcessBuilder(command.arguments())
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        return builder;
    }

    public boolean alive() {
        return handle.isAlive();
    }

    /**
     * Returns once {@code ready} holds.
     *
     * @throws StartFailed if the process ends, or the time is over, before it does; shows the end of its log
     */
    public RunningProcess awaitReady(Duration atMost, BooleanSupplier ready) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (!alive()) throw new StartFailed(name + " ended while starting.\n" + logEnd());
            if (System.nanoTime() > deadline) {
                stop(Duration.ofSeconds(10));
                throw new StartFailed(name + " was not ready after " + atMost.toSeconds() + " s.\n" + logEnd());
            }
            pause(Duration.ofMillis(100));
        }
        return this;
    }

    /** Asks it to end with SIGTERM and waits; what has not ended by then is killed. Returns whether it ended by itself. */
    public boolean stop(Duration grace) {
        handle.destroy();
        thaw();
        return awaitEnd(grace);
    }

    /** Lets it and its children run on if somebody has frozen them (SIGSTOP): what is frozen hears no other wish. */
    public void thaw() {
        var frozen = Stream.concat(Stream.of(handle), handle.descendants()).map(process -> Long.toString(process.pid()));
        try {
            var command = Stream.concat(Stream.of("kill", "-CONT"), frozen).toList();
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            // without the tool a frozen process is killed once its time is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its end; what has not ended by then is killed, and its children with it. Returns whether it ended by itself. */
    public boolean awaitEnd(Duration grace) {
        if (endsWithin(grace)) return true;
        var children = handle.descendants().toList();
        handle.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        endsWithin(Duration.ofSeconds(10));
        return false;
    }

    private boolean endsWithin(Duration time) {
        CompletableFuture<ProcessHandle> end = handle.onExit();
        try {
            end.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last lines of the log, with where to read the rest. */
    public String logEnd() {
        try {
            var lines = lastLines();
            return "See " + log + ", which ends with:\n  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "See " + log + ".";
        }
    }

    /** A log may be larger than our memory. */
    private List<String> lastLines() throws IOException {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(Math.max(0, Files.size(log) - LOG_BYTES_SHOWN));
            return new String(file.readNBytes(LOG_BYTES_SHOWN), StandardCharsets.UTF_8).lines().toList();
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while waiting");
        }
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_KEPT)
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
}
