package org.kith.referral.linkage;

import java.util.List;
import java.util.UUID;

/**
 * Somebody whom a programme supported in the period.
 *
 * @param person the reference under which they count, whatever others were merged into it
 * @param referrals of theirs in which it did, the latest last
 */
record Supported(UUID person, String programme, List<InReferral> referrals) {

    /** @param person under whose reference it came, and under whose key who they are is {@code sealed} */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InReferral(UUID referral, UUID person, String area, String phase, List<String> reasons, byte[] sealed) {}

    List<UUID> ids() {
        return referrals.stream().map(InReferral::referral).toList();
    }
}
