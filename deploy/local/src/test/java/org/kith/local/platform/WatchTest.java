package org.kith.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.process.Command;
import org.kith.local.process.Part;
import org.kith.local.process.PidFile;
import org.kith.local.process.RunningProcess;

class WatchTest {

    @TempDir Path folder;

    private Part sleeper;
    private Watch watch;

    @BeforeEach
    void start() {
        sleeper = new Sleeper(folder);
        watch = new Watch(new DataFolder(folder));
        watch.begin(sleeper, sleeper.start());
    }

    @AfterEach
    void stop() {
        watch.end();
        sleeper.stopLeftover();
    }

    @Test
    void a_process_that_is_killed_is_started_again_and_counted() throws Exception {
        var first = sleeper.pidFile().running().orElseThrow();
        first.destroyForcibly();
        await(() -> Files.exists(folder.resolve("run/restarts")));
        assertThat(sleeper.pidFile().running()).isPresent().get().isNotEqualTo(first);
        assertThat(Files.readString(folder.resolve("run/restarts"))).isEqualTo("sleeper=1\n");
    }

    @Test
    void one_that_is_stopped_on_purpose_stays_stopped() {
        watch.end();
        sleeper.stopLeftover();
        assertThat(sleeper.pidFile().running()).isEmpty();
        assertThat(folder.resolve("run/restarts")).doesNotExist();
    }

    private static void await(BooleanSupplier condition) {
        var deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean() && Instant.now().isBefore(deadline)) RunningProcess.pause(Duration.ofMillis(20));
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** A real process that does nothing. */
    private record Sleeper(Path folder) implements Part {

        @Override
        public RunningProcess launch() {
            return RunningProcess.start(new Command(name(), List.of("sleep", "600"), Map.of(), folder, log()), pidFile());
        }

        @Override
        public void stop(RunningProcess process) {
            process.stop(Duration.ofSeconds(10));
            pidFile().delete();
        }

        @Override
        public boolean answers() {
            return pidFile().running().isPresent();
        }

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public String url() {
            return "nowhere";
        }

        @Override
        public PidFile pidFile() {
            return PidFile.of(folder, name());
        }

        @Override
        public Path log() {
            return folder.resolve("sleeper.log");
        }

        @Override
        public Duration startTime() {
            return Duration.ofSeconds(10);
        }
    }
}
