package org.kith.web.starting;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Something that takes as long as a test wants it to, and nothing in other tests. */
@Singleton
public class SlowStart implements AwaitedAtStart {
    static final String SLOW = "kith.test.slow-start";

    private volatile boolean done;

    SlowStart(@ConfigProperty(name = SLOW, defaultValue = "false") boolean slow) {
        done = !slow;
    }

    void finish() {
        done = true;
    }

    @Override
    public String name() {
        return "a slow start";
    }

    @Override
    public boolean done() {
        return done;
    }
}
