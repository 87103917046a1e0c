package org.kith.local.process;

import java.time.Duration;
import java.util.List;

/** How long a JVM may take to end before it is killed. */
public final class StopTime {

    private static final Duration USUAL = Duration.ofSeconds(30);
    /** One that writes an AOT cache as it ends, beside others that do, on a small machine. */
    private static final Duration WITH_CACHE = Duration.ofSeconds(120);

    private StopTime() {}

    public static Duration of(List<String> jvmOptions) {
        return jvmOptions.stream().anyMatch(option -> option.startsWith("-XX:AOTCacheOutput")) ? WITH_CACHE : USUAL;
    }
}
