package org.kith.local.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kith.local.PrivateFile;
import org.kith.local.process.Part;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;

/** Starts a part that has died again: after a second, then after twice as long each time, until it has stayed for a while. */
final class Watch {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration STAYED = Duration.ofMinutes(5);

    private final DataFolder folder;
    private final Map<String, Integer> restarts = new ConcurrentHashMap<>();
    private boolean ending;

    Watch(DataFolder folder) {
        this.folder = folder;
    }

    void begin(Part part, RunningProcess process) {
        Thread.ofVirtual().name("watch " + part.name()).start(() -> watch(part, process));
    }

    /** From here on an end is what is wanted: what is being started again at this moment is waited for, and nothing after it. */
    synchronized void end() {
        ending = true;
    }

    private synchronized boolean ending() {
        return ending;
    }

    private void watch(Part part, RunningProcess first) {
        var delay = FIRST;
        for (var process = first;;) {
            var since = Instant.now();
            process.handle().onExit().join();
            if (ending()) return;
            if (since.plus(STAYED).isBefore(Instant.now())) delay = FIRST;
            log(part.name() + " has ended; it is started again in " + delay.toSeconds() + " s");
            RunningProcess.pause(delay);
            delay = delay.multipliedBy(2).compareTo(LONGEST) < 0 ? delay.multipliedBy(2) : LONGEST;
            process = again(part, process);
        }
    }

    private synchronized RunningProcess again(Part part, RunningProcess ended) {
        if (ending) return ended;
        try {
            var process = part.launch();
            restarts.merge(part.name(), 1, Integer::sum);
            PrivateFile.write(folder.run().resolve("restarts"),
                    restarts.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue() + "\n").collect(Collectors.joining()));
            log(part.name() + " was started again");
            return process;
        } catch (StartFailed e) {
            log(String.valueOf(e.getMessage()));
            return ended;
        }
    }

    private static void log(String text) {
        System.out.println(Instant.now() + " " + text);
    }
}
