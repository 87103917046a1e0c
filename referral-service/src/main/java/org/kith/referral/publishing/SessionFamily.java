package org.kith.referral.publishing;

import java.util.Optional;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.events.ReferralEvent.SupportSessionHeld;
import org.kith.referral.sessions.domain.SessionFact;
import org.kith.referral.sessions.domain.SupportSession;

/** Streams {@code support-session-<id>}. */
public final class SessionFamily implements StreamFamily<SupportSession, SessionFact> {
    private static final EventCodec<SessionFact> CODEC = EventCodec.of(SessionFact.class).event("support-session.held", SessionFact.Held.class).build();

    @Override
    public String name() {
        return "support-session";
    }

    @Override
    public String source() {
        return "/kith/referral";
    }

    @Override
    public EventCodec<SessionFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, SupportSession stateAfter, SessionFact fact) {
        return switch (fact) {
            case SessionFact.Held e -> Optional.of(Publication.of(
                    new SupportSessionHeld(subject, e.kind(), e.strand(), e.theme(), e.attended()), e.programme(), e.area(), null));
        };
    }
}
