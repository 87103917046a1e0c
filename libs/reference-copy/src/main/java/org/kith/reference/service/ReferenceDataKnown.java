package org.kith.reference.service;

import jakarta.inject.Singleton;
import org.kith.reference.ReferenceCopy;
import org.kith.web.starting.AwaitedAtStart;

/** Nobody is answered before the directory's events are known: requests would be refused for programmes that exist. */
@Singleton
final class ReferenceDataKnown implements AwaitedAtStart {
    private final ReferenceCopy copy;

    ReferenceDataKnown(ReferenceCopy copy) {
        this.copy = copy;
    }

    @Override
    public String name() {
        return "reference data";
    }

    @Override
    public boolean done() {
        return copy.caughtUp();
    }
}
