package org.kith.local.platform;

import java.util.List;
import java.util.concurrent.Executors;
import org.kith.local.process.Part;

/** Ends a platform's parts the other way round than they were started, so that nothing loses what it still needs. */
public final class Ending {

    private Ending() {}

    /** Returns when nothing of it runs: each part has a bounded time to end by itself and is killed after that. */
    public static void of(Platform platform) {
        together(platform.services().stream().filter(part -> part.name().equals("gateway")).map(Part.class::cast).toList());
        together(platform.services().stream().map(Part.class::cast).toList());
        together(List.of(platform.keycloak(), platform.kafka()));
        together(List.of(platform.postgres()));
    }

    private static void together(List<Part> parts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> threads.submit(part::stopLeftover));
        }
    }
}
