package org.kith.referral.profile;

import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContactRulesRequest")
public record ContactRulesRequest(
        @Schema(description = "Ways that the person asked for, the first first: code list 'contact-mode'", examples = "[\"phone\"]") @Nullable List<@Nullable String> by,
        @Schema(description = "Ways that are not safe: code list 'contact-mode'", examples = "[\"email\"]") @Nullable List<@Nullable String> neverBy,
        @Schema(maxLength = 500, examples = "Weekday mornings") @Nullable String when,
        @Schema(maxLength = 500, examples = "Never after six") @Nullable String notWhen,
        @Schema(description = "Whether a message may be left that says who called", examples = "false") @Nullable Boolean messages,
        @Schema(maxLength = 4000) @Nullable String note) {

    ContactRules checked(FactCheck check) {
        var ways = check.codes("by", "contact-mode", by);
        var never = check.codes("neverBy", "contact-mode", neverBy);
        check.holds(Collections.disjoint(ways, never), "neverBy", "asked-for-too", "A way is either asked for or not safe.");
        return new ContactRules(ways, never, check.line("when", when), check.line("notWhen", notWhen), messages, check.note("note", note));
    }

    @Override
    public String toString() {
        return "ContactRulesRequest[…]";
    }
}
