package org.kith.referral.outreach.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asks of an entry. {@code at} is when it happened, not when it was recorded. */
public sealed interface OutreachCommand {

    /** @param person opaque reference, where the person gave their name */
    record RecordOutreach(Where where, Content content, @Nullable UUID person, Instant at) implements OutreachCommand {}

    /** @param voids ids of all events that the entry led to */
    record EnterInError(String reason, List<UUID> voids, Instant at) implements OutreachCommand {}
}
