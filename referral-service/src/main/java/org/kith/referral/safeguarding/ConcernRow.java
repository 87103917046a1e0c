package org.kith.referral.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A concern as it stands. {@code sealed} opens with the person's key alone. */
record ConcernRow(
        UUID id, long version, UUID referral, UUID person, String programme, String area, String kind, Instant raisedAt, boolean overdue,
        @Nullable Instant acknowledgedAt, List<String> actions, byte @Nullable [] sealed) {}
