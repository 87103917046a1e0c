package org.kith.referral.safeguarding.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A concern's state. */
public sealed interface Concern {
    record NotRaised() implements Concern {}

    /** @param acknowledgement by whom and when, once it is */
    record Raised(
            About about, String kind, String raisedBy, Instant raisedAt, boolean overdue, @Nullable Acknowledgement acknowledgement, List<String> actions)
            implements Concern {
        public Raised {
            actions = List.copyOf(actions);
        }

        boolean acknowledged() {
            return acknowledgement != null;
        }
    }

    record Acknowledgement(String by, Instant at) {}

    /** Whom it is about, and where. */
    record About(UUID concern, UUID referral, UUID person, String programme, String area) {}
}
