package org.kith.referral.cancelling;

import org.jspecify.annotations.Nullable;
import org.kith.referral.receiving.ReferralRequest.PersonRequest;

/** What a practice's system delivers when it takes a referral back, its signature having been checked by the gateway. */
record PracticeCancellation(@Nullable String type, @Nullable String timestamp, @Nullable Data data) {
    static final String TYPE = "referral.cancelled";

    /**
     * @param practice that of the address, put in by the gateway
     * @param person as referred: a number, else name and birth date
     */
    record Data(
            @Nullable String practice, @Nullable String referral, @Nullable String programme, @Nullable String externalReference, @Nullable PersonRequest person,
            @Nullable String reason, @Nullable String occurredAt) {
        static final Data EMPTY = new Data(null, null, null, null, null, null, null);

        @Override
        public String toString() {
            return "Data[…]";
        }
    }

    @Override
    public String toString() {
        return "PracticeCancellation[…]";
    }
}
