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
        @Schema(description = "Hundredths of full time, 1 to 100", examples = "40") @Nullable Integer fteHundredths) {

    static final String ROLES = "post-role";

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
        invalid.throwIfAny();
        var details = new PostDetails(
                Objects.requireNonNull(programme),
                Objects.requireNonNull(code),
                List.copyOf(covered),
                Objects.requireNonNull(fteHundredths));
        return new SetUpPost(Objects.requireNonNull(post), details, asked.now().atZone(Shapes.LONDON).toLocalDate(), asked.now());
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
