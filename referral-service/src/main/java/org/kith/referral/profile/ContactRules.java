package org.kith.referral.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How somebody may be reached without putting them at risk.
 *
 * @param by ways that they asked for, the first first; code list {@code contact-mode}
 * @param neverBy ways that are not safe
 * @param when, notWhen in words
 * @param messages whether a message may be left that says who called
 */
@Schema(name = "ContactRules")
public record ContactRules(
        List<String> by, List<String> neverBy, @Nullable String when, @Nullable String notWhen, @Nullable Boolean messages, @Nullable String note) {
    static final ContactRules NONE = new ContactRules(List.of(), List.of(), null, null, null, null);

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "ContactRules[…]";
    }
}
