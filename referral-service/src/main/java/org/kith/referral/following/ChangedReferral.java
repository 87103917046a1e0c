package org.kith.referral.following;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it stands, for who sent it. It says nothing about the person: reading the referral does, and is audited.
 *
 * @param phase awaiting-reply, declined, accepted, waiting, allocated, in-support, disengaged, closed, cancelled, entered-in-error
 * @param reason why it was declined or taken back, or the person disengaged
 * @param outcome with which it was closed
 * @param contacts held so far
 */
@Schema(name = "ChangedReferral")
record ChangedReferral(
        UUID id,
        UUID person,
        String programme,
        String area,
        @Nullable String practice,
        String source,
        String phase,
        @Nullable String reason,
        @Nullable String outcome,
        int contacts,
        @Nullable Instant lastContactAt,
        Instant occurredAt,
        Instant changedAt,
        long version) {}
