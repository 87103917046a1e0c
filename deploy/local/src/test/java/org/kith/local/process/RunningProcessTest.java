package org.kith.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProcessTest {

    @TempDir Path folder;

    @Test
    void one_that_ends_while_starting_is_reported_with_the_end_of_its_log() {
        var process = start("echo the cause; exit 3");
        assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(20), () -> false)).isInstanceOf(StartFailed.class).hasMessageContaining("ended while starting")
                .hasMessageContaining("the cause");
    }

    @Test
    void one_that_is_never_ready_is_not_left_running() {
        var process = start("exec sleep 60");
        assertThatThrownBy(() -> process.awaitReady(Duration.ofMillis(200), () -> false)).hasMessageContaining("was not ready");
        assertThat(process.alive()).isFalse();
    }

    @Test
    void one_that_ignores_the_wish_to_end_is_killed() {
        var process = start("trap '' TERM; echo ready; while :; do :; done");
        process.awaitReady(Duration.ofSeconds(20), () -> process.logEnd().contains("ready"));
        assertThat(process.stop(Duration.ofMillis(300))).isFalse();
        assertThat(process.alive()).isFalse();
    }

    @Test
    void one_that_is_frozen_ends_gracefully_all_the_same() throws Exception {
        var process = start("trap 'echo bye; exit 0' TERM; echo ready; while :; do :; done");
        process.awaitReady(Duration.ofSeconds(20), () -> process.logEnd().contains("ready"));
        new ProcessBuilder("kill", "-STOP", Long.toString(process.handle().pid())).start().waitFor();
        assertThat(process.stop(Duration.ofSeconds(20))).isTrue();
        assertThat(process.logEnd()).contains("bye");
    }

    @Test
    void the_children_of_one_that_is_killed_end_with_it() {
        var process = start("trap '' TERM; sleep 600 & echo ready; while :; do :; done");
        process.awaitReady(Duration.ofSeconds(20), () -> process.logEnd().contains("ready"));
        var children = process.handle().descendants().toList();
        process.stop(Duration.ofMillis(300));
        assertThat(children).isNotEmpty().allSatisfy(child -> assertThat(child.onExit().get(10, TimeUnit.SECONDS)).isNotNull());
    }

    @Test
    void is_found_again_by_its_pid_file_until_it_ends() {
        var process = start("exec sleep 60");
        assertThat(pidFile().running()).map(ProcessHandle::pid).contains(process.handle().pid());
        process.stop(Duration.ofSeconds(10));
        assertThat(pidFile().running()).isEmpty();
    }

    @Test
    void a_pid_that_belongs_to_another_process_by_now_is_not_taken_for_ours() throws Exception {
        Files.writeString(pidFile().path(), ProcessHandle.current().pid() + " 12345\n");
        assertThat(pidFile().running()).isEmpty();
    }

    @Test
    void of_a_log_of_any_length_only_the_end_is_read() throws Exception {
        var process = start("head -c 3000000 /dev/zero | tr '\\0' 'x'; echo; echo the cause; exit 3");
        process.awaitEnd(Duration.ofSeconds(20));
        assertThat(process.logEnd()).endsWith("the cause").hasSizeLessThan(100_000);
    }

    @Test
    void one_that_is_run_to_its_end_does_not_outlive_who_waits_for_it() throws Exception {
        var started = new CompletableFuture<ProcessHandle>();
        var command = new Command("script", List.of("sleep", "600"), Map.of(), folder, folder.resolve("script.log"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> RunningProcess.toEnd(command, started::complete));
            var process = started.get(20, TimeUnit.SECONDS);
            waiting.cancel(true);
            assertThat(process.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    private RunningProcess start(String script) {
        return RunningProcess.start(new Command("script", List.of("bash", "-c", script), Map.of(), folder, folder.resolve("script.log")), pidFile());
    }

    private PidFile pidFile() {
        return PidFile.of(folder, "script");
    }
}
