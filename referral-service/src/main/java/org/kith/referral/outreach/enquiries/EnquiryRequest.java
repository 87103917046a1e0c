package org.kith.referral.outreach.enquiries;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.outreach.domain.Content;
import org.kith.referral.outreach.domain.OutreachCommand.RecordOutreach;
import org.kith.referral.outreach.entries.EntryCheck;

/** An enquiry as it is recorded. */
@Schema(name = "EnquiryRequest", requiredProperties = {"programme", "area", "channel", "nature", "topic", "people"})
public record EnquiryRequest(
        @Schema(description = "Id of the programme", examples = "sird-2021") @Nullable String programme,
        @Schema(description = "Code of one of the programme's areas", examples = "scotland") @Nullable String area,
        @Schema(description = "How they came: code list 'enquiry-channel'", examples = "drop-in") @Nullable String channel,
        @Schema(description = "Code list 'enquiry-nature'", examples = "initial") @Nullable String nature,
        @Schema(description = "What they were told about: code list 'information-topic'", examples = "eligibility") @Nullable String topic,
        @Schema(description = "How many were there; contacts, not distinct people", examples = "3") @Nullable Integer people,
        @Schema(description = "Where they were met: code list 'outreach-setting'", examples = "library") @Nullable String setting,
        @Schema(description = "Services that they use: code list 'service-used'") @Nullable List<@Nullable String> uses,
        @Schema(description = "What is missing: code list 'gap-kind'") @Nullable List<@Nullable String> gaps,
        @Schema(format = "date-time", description = "When it happened; absent: now") @Nullable String occurredAt) {

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    RecordOutreach check(EntryCheck check) {
        var where = check.where(programme, area);
        var content = new Content.Enquiry(
                check.code("channel", "enquiry-channel", channel), check.code("nature", "enquiry-nature", nature),
                check.code("topic", "information-topic", topic), check.codeIfAny("setting", "outreach-setting", setting),
                check.codes("uses", "service-used", uses), check.codes("gaps", "gap-kind", gaps), check.people("people", people, 1));
        var at = check.occurredAt(occurredAt);
        check.invalid().throwIfAny();
        return new RecordOutreach(where, content, null, at);
    }
}
