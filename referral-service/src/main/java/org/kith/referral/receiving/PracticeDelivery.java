package org.kith.referral.receiving;

import org.jspecify.annotations.Nullable;

/** What a practice's system delivers, its signature having been checked by the gateway. */
record PracticeDelivery(@Nullable String type, @Nullable String timestamp, @Nullable ReferralRequest data) {
    static final String TYPE = "referral.requested";
}
