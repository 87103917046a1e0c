package org.kith.volunteer.erasing;

import jakarta.inject.Singleton;
import org.kith.web.starting.AwaitedAtStart;

/** Nobody is answered while somebody who was erased could still be read. */
@Singleton
final class ErasuresKnown implements AwaitedAtStart {
    private final ErasedElsewhere erased;

    ErasuresKnown(ErasedElsewhere erased) {
        this.erased = erased;
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public boolean done() {
        return erased.caughtUp();
    }
}
