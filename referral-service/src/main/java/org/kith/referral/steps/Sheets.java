package org.kith.referral.steps;

import jakarta.inject.Singleton;
import org.kith.reference.ReferenceCopy;
import org.kith.web.command.Asking;

/** Opens a sheet for the current request. */
@Singleton
public final class Sheets {
    private final Steps steps;
    private final ReferenceCopy reference;
    private final Asking asking;

    Sheets(Steps steps, ReferenceCopy reference, Asking asking) {
        this.steps = steps;
        this.reference = reference;
        this.asking = asking;
    }

    /** For what may come in any order and from several people: If-Match is optional. */
    public Sheet open() {
        return new Sheet(steps, reference.current(), asking.asked());
    }

    /** For what one does to what one has read. @throws org.kith.web.problem.ProblemException 428 without an If-Match */
    public Sheet openMatching() {
        return new Sheet(steps, reference.current(), asking.asked().mustMatch());
    }
}
