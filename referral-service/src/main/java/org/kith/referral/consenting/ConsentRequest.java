package org.kith.referral.consenting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConsentSaid", requiredProperties = {"referral", "given", "how"})
public record ConsentRequest(
        @Schema(format = "uuid", description = "In which referral", examples = "0199c9a0-7b1e-7c3a-9f10-3d2c8e6a1b01") @Nullable String referral,
        @Schema(description = "False: withdrawn", examples = "false") @Nullable Boolean given,
        @Schema(description = "Code list 'consent-purpose'; absent: the referral as a whole", examples = "tell-referrer") @Nullable String purpose,
        @Schema(maxLength = 100, description = "Reference of who may be told; absent: whoever it is for that purpose") @Nullable String recipient,
        @Schema(description = "Code list 'consent-how'", examples = "verbal") @Nullable String how,
        @Schema(description = "Who said so where it was not simply the person: code list 'consent-by'") @Nullable String by,
        @Schema(format = "date-time", description = "When they said so; absent: now") @Nullable String at,
        @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note) {

    /** Says nothing, so that nothing of a note can end up in a log. */
    @Override
    public String toString() {
        return "ConsentRequest[…]";
    }
}
