package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** A process that stands still, by SIGSTOP, until this is closed. */
record Paused(ProcessHandle process) implements AutoCloseable {

    static Paused now(ProcessHandle process) throws IOException, InterruptedException {
        signal("STOP", process);
        return new Paused(process);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal("CONT", process);
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()).isZero();
    }
}
