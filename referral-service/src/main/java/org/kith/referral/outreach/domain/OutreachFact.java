package org.kith.referral.outreach.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

/** What happened in outreach, as this service stores it. */
public sealed interface OutreachFact extends DomainEvent {

    /** What an entry begins with. */
    sealed interface Recorded extends OutreachFact {
        Where where();

        Content content();
    }

    /** @param person opaque reference, where the person gave their name */
    record FormCompleted(Where where, Content.FirstContact content, @Nullable UUID person, Instant occurredAt) implements Recorded {}

    record EnquiryAnswered(Where where, Content.Enquiry content, Instant occurredAt) implements Recorded {}

    record GuidePublished(Where where, Content.Guide content, Instant occurredAt) implements Recorded {}

    /** @param gap coded */
    record GapNoticed(String gap, Instant occurredAt) implements OutreachFact {}

    /** @param voids ids of all events that the entry led to */
    record EnteredInError(String reason, List<UUID> voids, Instant occurredAt) implements OutreachFact {}
}
