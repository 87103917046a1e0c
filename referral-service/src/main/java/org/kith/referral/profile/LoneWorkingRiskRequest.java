package org.kith.referral.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "LoneWorkingRiskRequest", requiredProperties = {"risks", "neverAlone"})
public record LoneWorkingRiskRequest(
        @Schema(description = "Code list 'lone-working-risk', at least one", examples = "[\"dog\"]") @Nullable List<@Nullable String> risks,
        @Schema(description = "Whether nobody may go there by themselves", examples = "false") @Nullable Boolean neverAlone,
        @Schema(maxLength = 4000, examples = "Ring first; the dog is then shut away.") @Nullable String precautions,
        @Schema(format = "date", description = "By when it is looked into again", examples = "2027-03-01") @Nullable String reviewOn) {
    private static final String NONE_KNOWN = "none-known";

    LoneWorkingRisk checked(FactCheck check) {
        var codes = check.codes("risks", "lone-working-risk", risks);
        check.holds(risks != null && !risks.isEmpty(), "risks", "required", "At least one; none-known where it was looked into.");
        check.holds(codes.size() < 2 || !codes.contains(NONE_KNOWN), "risks", "contradictory", "None is known, or these are.");
        check.holds(neverAlone != null, "neverAlone", "required", "This is required.");
        return new LoneWorkingRisk(codes, neverAlone, check.note("precautions", precautions), check.day("reviewOn", reviewOn));
    }

    @Override
    public String toString() {
        return "LoneWorkingRiskRequest[…]";
    }
}
