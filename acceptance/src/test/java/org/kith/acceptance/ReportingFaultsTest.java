package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kith.local.process.PidFile;

/** Reporting is killed, and paused and taken over, in the middle of its batches: every event counts exactly once all the same. */
@Tag("kill")
class ReportingFaultsTest {
    private static final int KILLS = 2;
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private static Random random;

    private final Platform platform = Platform.started();

    @BeforeAll
    static void seed() {
        long seed = Long.getLong("kith.seed", System.nanoTime());
        System.out.println("reporting faults with -Dkith.seed=" + seed);
        random = new Random(seed);
    }

    @Test
    void killed_in_the_middle_of_a_batch_it_counts_every_event_once() throws Exception {
        try (var events = new ModulesCompleted(platform, random, 1996)) {
            for (int i = 0; i < KILLS; i++) {
                var reporting = running();
                try (var _ = events.publishing()) {
                    HalfABatch.pause(platform, reporting, random);
                    reporting.destroyForcibly();
                }
                System.out.println("kill -9 reporting in mid-batch, " + platform.unread("kith.volunteer.events") + " of its records not counted");
                reporting.onExit().join();
            }
            shows(events);
            events.publish(1_000);
            shows(events);
        }
    }

    @Test
    void paused_until_another_has_taken_over_it_changes_nothing_when_it_goes_on() throws Exception {
        try (var second = SecondReporting.started(platform); var events = new ModulesCompleted(platform, random, 1997)) {
            var reporting = running();
            try (var publishing = events.publishing(); var _ = HalfABatch.pause(platform, reporting, random)) {
                publishing.close();
                System.out.println("SIGSTOP of reporting in mid-batch, " + platform.unread("kith.volunteer.events") + " records not counted");
                allRead();
                assertThat(second.indicator("clics", "modules-completed", "1997")).isEqualByComparingTo(events.completed());
            }
            assertThat(reporting.isAlive()).as("paused, never ended").isTrue();
            events.publish(1_000);
            shows(events);
            second.close();
            events.publish(1_000);
            shows(events);
        }
    }

    /** The platform's own process, once it is there (again). */
    private ProcessHandle running() {
        var file = PidFile.of(platform.data().resolve("run"), "reporting");
        return Awaitility.await().atMost(RECOVERY).until(file::running, Optional::isPresent).orElseThrow();
    }

    private void shows(ModulesCompleted events) {
        allRead();
        platform.awaitHealthy();
        assertThat(events.shown("modules-completed")).isEqualByComparingTo(events.completed());
        assertThat(events.shown("volunteers-trained")).isEqualByComparingTo(events.trained());
    }

    private void allRead() {
        Awaitility.await().atMost(RECOVERY).pollInterval(Duration.ofMillis(500)).until(() -> platform.unread("kith.volunteer.events") == 0);
    }
}
