package org.kith.referral.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CommunicationRequest")
public record CommunicationRequest(
        @Schema(description = "BCP 47 tag; bfi for British Sign Language", examples = "pl") @Nullable String language,
        @Schema(description = "Whether an interpreter must be there", examples = "true") @Nullable Boolean interpreter,
        @Schema(description = "Code list 'accessibility-need'", examples = "[\"step-free\"]") @Nullable List<@Nullable String> needs,
        @Schema(maxLength = 4000) @Nullable String note) {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    Communication checked(FactCheck check) {
        var tag = check.line("language", language);
        check.holds(tag == null || TAG.matcher(tag).matches(), "language", "not-a-language", "A BCP 47 tag such as pl or bfi.");
        boolean told = !Boolean.TRUE.equals(interpreter) || tag != null;
        check.holds(told, "language", "required", "An interpreter of which language?");
        return new Communication(tag, interpreter, check.codes("needs", "accessibility-need", needs), check.note("note", note));
    }

    @Override
    public String toString() {
        return "CommunicationRequest[…]";
    }
}
