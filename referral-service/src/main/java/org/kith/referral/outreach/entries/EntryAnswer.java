package org.kith.referral.outreach.entries;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.outreach.domain.Content;
import org.kith.referral.outreach.domain.Content.Enquiry;
import org.kith.referral.outreach.domain.Content.FirstContact;
import org.kith.referral.outreach.domain.Content.Guide;

/**
 * An entry as it is answered.
 *
 * @param enteredInError why it counts no longer; absent while it counts
 */
@Schema(name = "OutreachEntry")
public record EntryAnswer(
        String id,
        String kind,
        String programme,
        String area,
        Instant occurredAt,
        @Schema(description = "As it was recorded", oneOf = {
                FirstContact.class, Enquiry.class, Guide.class}) Content content,
        @Nullable String enteredInError){

    public static EntryAnswer of(EntryRow row) {
        return new EntryAnswer(row.id, row.kind, row.programme, row.area, row.occurredAt, ContentJson.read(row.kind, row.content), row.error);
    }
}
