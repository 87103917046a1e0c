package org.kith.referral.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who somebody is and how to reach them, as one referral said it. Only ever stored sealed. */
public record Identity(
        @Nullable String nhsNumber,
        @Nullable String chiNumber,
        String givenName,
        String familyName,
        LocalDate birthDate,
        @Nullable String postcode,
        String gender,
        String ethnicity,
        @Nullable String phone,
        @Nullable String email) {

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
