package org.kith.referral.reading;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A referral on a worklist. It says nothing about the person: reading the referral does, and is audited. */
@Schema(name = "WorklistItem")
public record WorklistItem(
        UUID id,
        UUID person,
        String programme,
        String area,
        String phase,
        Instant occurredAt,
        @Nullable String worker,
        @Nullable Instant allocatedAt,
        int contacts,
        @Nullable Instant lastContactAt,
        long version) {}
