package org.kith.referral.sessions.domain;

import org.kith.decider.Decider;
import org.kith.decider.Decision;

/** A session is held once. */
public final class SessionDecider implements Decider<HoldSession, SupportSession, SessionFact> {
    @Override
    public SupportSession initial() {
        return new SupportSession.NotHeld();
    }

    @Override
    public Decision<SessionFact> decide(HoldSession c, SupportSession state) {
        return switch (state) {
            case SupportSession.NotHeld _ -> Decision.accept(new SessionFact.Held(
                    c.session(), c.programme(), c.area(), c.strand(), c.kind(), c.theme(), c.attended(), c.at()));
            case SupportSession.Held _ -> Decision.reject(SessionRejection.ALREADY_HELD);
        };
    }

    @Override
    public SupportSession evolve(SupportSession state, SessionFact fact) {
        return switch (fact) {
            case SessionFact.Held held -> new SupportSession.Held(held);
        };
    }
}
