package org.kith.referral.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same about a referral whatever happens to it.
 *
 * @param person opaque reference
 * @param area of the programme; for a patient of a practice, the cluster that the practice was in when it happened
 * @param practice code of the person's practice, if they have one
 */
public record Particulars(UUID referral, UUID person, String programme, String area, @Nullable String practice) {

    /** When it was received, which its id says: a referral may tell of a day long before. */
    public Instant receivedAt() {
        return Instant.ofEpochMilli(referral.getMostSignificantBits() >>> 16);
    }
}
