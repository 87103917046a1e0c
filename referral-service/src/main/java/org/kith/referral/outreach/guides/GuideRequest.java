package org.kith.referral.outreach.guides;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.outreach.domain.Content;
import org.kith.referral.outreach.domain.OutreachCommand.RecordOutreach;
import org.kith.referral.outreach.entries.EntryCheck;

/** A publication as it is recorded. */
@Schema(name = "GuideRequest", requiredProperties = {"programme", "area", "kind", "format", "topic"})
public record GuideRequest(
        @Schema(description = "Id of the programme", examples = "sird-2021") @Nullable String programme,
        @Schema(description = "Code of one of the programme's areas", examples = "scotland") @Nullable String area,
        @Schema(description = "Code list 'guide-kind'", examples = "guide") @Nullable String kind,
        @Schema(description = "Code list 'guide-format'", examples = "leaflet") @Nullable String format,
        @Schema(description = "Code list 'information-topic'", examples = "employing-a-pa") @Nullable String topic,
        @Schema(format = "date-time", description = "When it happened; absent: now") @Nullable String occurredAt) {

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    RecordOutreach check(EntryCheck check) {
        var where = check.where(programme, area);
        var content = new Content.Guide(
                check.code("kind", "guide-kind", kind), check.code("format", "guide-format", format), check.code("topic", "information-topic", topic));
        var at = check.occurredAt(occurredAt);
        check.invalid().throwIfAny();
        return new RecordOutreach(where, content, null, at);
    }
}
