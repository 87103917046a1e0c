package org.kith.referral.consenting;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was once said of a consent.
 *
 * @param given false: withdrawn
 * @param purpose absent for the referral as a whole; {@code recipient} for whoever it is
 * @param by code of who said so, where it was not simply the person
 * @param recordedBy opaque id of the account; absent for what came with the referral
 */
@Schema(name = "ConsentStatement")
public record ConsentStatement(
        UUID referral, boolean given, @Nullable String purpose, @Nullable String recipient, String how, @Nullable String by, Instant at,
        @Nullable String recordedBy, @Nullable String note) {

    /** Says nothing, so that nothing of a note can end up in a log. */
    @Override
    public String toString() {
        return "ConsentStatement[…]";
    }
}
