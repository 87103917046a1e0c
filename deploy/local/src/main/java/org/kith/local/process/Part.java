package org.kith.local.process;

import java.nio.file.Path;
import java.time.Duration;

/** One process of the platform, and how it is started, asked and stopped. */
public interface Part {

    /** Short name, the one that {@code logs NAME} takes. */
    String name();

    /** Where it is reached, for people. */
    String url();

    /** Remembers its process while it runs. */
    PidFile pidFile();

    Path log();

    /** How long its start may take before it counts as failed. */
    Duration startTime();

    /** Starts the process and returns at once. What it needs before that (a cluster, a build) is made first. */
    RunningProcess launch();

    /** Whether it does its work now. */
    boolean answers();

    /** Ends the process gracefully and forgets it; kills it when it does not end. */
    void stop(RunningProcess process);

    /**
     * Starts it and returns once it answers.
     *
     * @throws StartFailed if it ends or the time is over before that, with its log's end; nothing is left running
     */
    default RunningProcess start() {
        return launch().awaitReady(startTime(), this::answers);
    }

    /** Ends what runs, if anything does: what a launcher that was killed left behind. */
    default void stopLeftover() {
        pidFile().running().ifPresentOrElse(process -> stop(new RunningProcess(name(), process, log())), pidFile()::delete);
    }
}
