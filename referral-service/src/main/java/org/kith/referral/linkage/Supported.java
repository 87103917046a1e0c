package org.kith.referral.linkage;

import java.util.List;
import java.util.UUID;

/**
 * Somebody whom a programme supported in the period.
 *
 * @param referrals of theirs in which it did, the latest last
 */
record Supported(UUID person, String programme, List<InReferral> referrals) {

    /** @param sealed who they are, under their key */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InReferral(UUID referral, String area, String phase, List<String> reasons, byte[] sealed) {}

    List<UUID> ids() {
        return referrals.stream().map(InReferral::referral).toList();
    }
}
