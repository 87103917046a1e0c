package org.kith.referral.receiving;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.Characteristics;
import org.kith.referral.domain.Deprivation;
import org.kith.referral.domain.ReferralCommand.Consent;
import org.kith.referral.people.Identity;

/** A referral whose every field was found right; what identifies the person is apart from what becomes an event. */
public record CheckedReferral(
        String programme,
        String area,
        @Nullable String practice,
        String source,
        List<String> reasons,
        Characteristics characteristics,
        @Nullable Consent consent,
        boolean safeguarding,
        Instant occurredAt,
        Identity identity,
        @Nullable String note,
        @Nullable String externalReference,
        @Nullable String consentBy) {

    /** The same, of somebody who lives in such a place. */
    CheckedReferral livingIn(Deprivation place) {
        var coded = new Characteristics(characteristics.ageBand(), characteristics.gender(), characteristics.ethnicity(), place);
        return new CheckedReferral(
                programme, area, practice, source, reasons, coded, consent, safeguarding, occurredAt, identity, note, externalReference, consentBy);
    }

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "CheckedReferral[…]";
    }
}
