package org.kith.reference.service;

import jakarta.inject.Singleton;
import org.kith.reference.ReferenceCopy;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Suspensions;

/** Suspended is who the directory has told of as suspended. */
@Singleton
final class PartnersSuspended implements Suspensions {
    private final ReferenceCopy copy;

    PartnersSuspended(ReferenceCopy copy) {
        this.copy = copy;
    }

    @Override
    public boolean covers(Caller caller) {
        return copy.current().suspended(caller.client());
    }
}
