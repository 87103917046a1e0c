package org.kith.directory.posts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.posts.domain.PostCommand.SetUpPost;
import org.kith.directory.posts.domain.PostDetails;
import org.kith.directory.posts.domain.PostDetails.Mobilisation;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A post that somebody can hold. */
@Schema(requiredProperties = {"programme", "role", "areas", "fteHundredths"})
public record PostRequest(
        @Schema(description = "Left out, or the one in the path", examples = "clics-cp4-worker") @Nullable String id,
        @Schema(description = "Id of the programme", examples = "clics") @Nullable String programme,
        @Schema(description = "Code list 'post-role'", examples = "community-development-worker") @Nullable String role,
        @Schema(description = "Areas of the programme that the post covers, 1 to 200", examples = "[\"CP4\"]") @Nullable List<@Nullable String> areas,
        @Schema(description = "Hundredths of full time, 1 to 100", examples = "40") @Nullable Integer fteHundredths,
        @Schema(description = "Clients a year that its funder expects, 1 to 10000", examples = "100") @Nullable Integer expectedClients,
        @Schema(description = "While fewer are expected") @Nullable MobilisationRequest mobilisation,
        @Schema(description = "Open referrals at a time, above which the post is given no more by rule, 1 to 1000", examples = "40") @Nullable Integer caseloadLimit,
        @Schema(description = "Code list 'reasons': referrals for these come to this post before others, up to 50", examples = "[\"debt\"]") @Nullable List<@Nullable String> specialisms) {

    static final String ROLES = "post-role";
    static final String REASONS = "reasons";
    private static final int MOST_CLIENTS = 10_000;
    private static final int MOST_OPEN = 1_000;

    /** While a service is being set up. */
    @Schema(name = "Mobilisation", requiredProperties = {"until", "expectedClients"})
    public record MobilisationRequest(
            @Schema(format = "date", description = "The last day of it", examples = "2026-09-30") @Nullable String until,
            @Schema(description = "Clients a year that are expected until then, 1 to 10000", examples = "60") @Nullable Integer expectedClients) {}

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    SetUpPost command(String path, Known known, Asked asked) {
        var invalid = new Invalid();
        var post = Shapes.slug(invalid, "id", path);
        Shapes.sameAsPath(invalid, "id", id, path);
        if (Shapes.slug(invalid, "programme", programme) != null) known.programme(invalid, "programme", asked.caller());
        var code = invalid.required("role", role, 64);
        known.code(invalid, "role", ROLES, code);
        var covered = areas(invalid, known);
        boolean plausible = fteHundredths != null && fteHundredths >= 1 && fteHundredths <= 100;
        invalid.check(plausible, "fteHundredths", "out-of-range", "From 1 to 100.");
        within(invalid, "expectedClients", expectedClients, MOST_CLIENTS);
        within(invalid, "caseloadLimit", caseloadLimit, MOST_OPEN);
        var special = specialisms(invalid, known);
        var setUp = mobilisation(invalid);
        invalid.throwIfAny();
        var details = new PostDetails(
                Objects.requireNonNull(programme),
                Objects.requireNonNull(code),
                List.copyOf(covered),
                Objects.requireNonNull(fteHundredths),
                expectedClients,
                setUp,
                caseloadLimit,
                List.copyOf(special));
        return new SetUpPost(Objects.requireNonNull(post), details, asked.now().atZone(Shapes.LONDON).toLocalDate(), asked.now());
    }

    private static void within(Invalid invalid, String field, @Nullable Integer number, int most) {
        invalid.check(number == null || number >= 1 && number <= most, field, "out-of-range", "From 1 to " + most + ".");
    }

    private @Nullable Mobilisation mobilisation(Invalid invalid) {
        if (mobilisation == null) return null;
        var until = Shapes.day(invalid, "mobilisation.until", mobilisation.until());
        var expected = mobilisation.expectedClients();
        invalid.check(expected != null, "mobilisation.expectedClients", "required", "This is required.");
        within(invalid, "mobilisation.expectedClients", expected, MOST_CLIENTS);
        return until == null || expected == null ? null : new Mobilisation(until, expected);
    }

    private Set<String> specialisms(Invalid invalid, Known known) {
        var checked = new LinkedHashSet<String>();
        var sent = specialisms == null ? List.<@Nullable String>of() : specialisms;
        if (!invalid.check(sent.size() <= 50, "specialisms", "size", "At most 50.")) return checked;
        for (int i = 0; i < sent.size(); i++) {
            var reason = Shapes.code(invalid, "specialisms[" + i + "]", sent.get(i));
            known.code(invalid, "specialisms[" + i + "]", REASONS, reason);
            if (reason != null) checked.add(reason);
        }
        return checked;
    }

    private Set<String> areas(Invalid invalid, Known known) {
        var checked = new LinkedHashSet<String>();
        var sent = areas == null ? List.<@Nullable String>of() : areas;
        if (!invalid.check(!sent.isEmpty() && sent.size() <= 200, "areas", "size", "From 1 to 200.")) return checked;
        for (int i = 0; i < sent.size(); i++) {
            var area = Shapes.code(invalid, "areas[" + i + "]", sent.get(i));
            known.area(invalid, "areas[" + i + "]", area);
            if (area != null) checked.add(area);
        }
        return checked;
    }
}
