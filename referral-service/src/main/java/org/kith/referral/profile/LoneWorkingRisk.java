package org.kith.referral.profile;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a worker must know before they meet somebody alone. For those who meet them, and nobody else.
 *
 * @param risks code list {@code lone-working-risk}; none where nobody has looked into it
 * @param neverAlone whether nobody may go there by themselves
 * @param reviewOn the day by which it is looked into again
 */
@Schema(name = "LoneWorkingRisk")
public record LoneWorkingRisk(List<String> risks, @Nullable Boolean neverAlone, @Nullable String precautions, @Nullable LocalDate reviewOn) {
    static final LoneWorkingRisk NONE = new LoneWorkingRisk(List.of(), null, null, null);

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "LoneWorkingRisk[…]";
    }
}
