package org.kith.referral.profile;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who cares for a person, or may speak or decide for them.
 *
 * @param authority code list {@code representative-authority}; a carer has none of law
 * @param person their own reference, where they are known themselves, as a carer who is a client of their own
 * @param from, until the days on which the authority begins and ends; absent: not known, and no end
 */
@Schema(name = "Representative")
public record Representative(
        String authority, @Nullable UUID person, @Nullable String name, @Nullable String phone, @Nullable String email, @Nullable LocalDate from,
        @Nullable LocalDate until, @Nullable String note) {

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "Representative[…]";
    }
}
