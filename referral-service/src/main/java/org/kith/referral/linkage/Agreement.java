package org.kith.referral.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation may be given.
 *
 * @param recipient reference of who gets the extracts, as consents name them
 * @param consent given: only of those who said yes to it; unless-withdrawn: of all but those who said no
 * @param expiresOn the last day
 * @param key in Base64, in the answer that made it and nowhere else, unless it was yours
 */
@Schema(name = "LinkageAgreement")
record Agreement(
        UUID id, String name, String recipient, String purpose, List<String> programmes, String consent, LocalDate expiresOn, Instant madeAt,
        @Nullable Instant revokedAt, @Nullable String key) {
    static final String GIVEN = "given";
    static final String UNLESS_WITHDRAWN = "unless-withdrawn";

    boolean holds(LocalDate on) {
        return revokedAt == null && !on.isAfter(expiresOn);
    }

    /** Whether the same was agreed, whenever and under whichever key. */
    boolean saysAs(Agreement other) {
        return name.equals(other.name) && recipient.equals(other.recipient) && purpose.equals(other.purpose) && Set.copyOf(programmes).equals(Set.copyOf(other.programmes))
                && consent.equals(other.consent) && expiresOn.equals(other.expiresOn);
    }

    Agreement with(String shown) {
        return new Agreement(id, name, recipient, purpose, programmes, consent, expiresOn, madeAt, revokedAt, shown);
    }

    /** Says nothing, so that no key can end up in a log. */
    @Override
    public String toString() {
        return "Agreement[" + id + "]";
    }
}
