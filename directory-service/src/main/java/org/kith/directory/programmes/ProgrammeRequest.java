package org.kith.directory.programmes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.programmes.domain.Area;
import org.kith.directory.programmes.domain.LawfulBasis;
import org.kith.directory.programmes.domain.Nation;
import org.kith.directory.programmes.domain.SetUpProgramme;
import org.kith.web.checking.Shapes;
import org.kith.web.problem.Invalid;

/** A programme and its areas. */
@Schema(requiredProperties = {"name", "lawfulBasis", "areas"})
public record ProgrammeRequest(
        @Schema(description = "Left out, or the one in the path", examples = "clics") @Nullable String id,
        @Schema(description = "At most 200 characters", examples = "RIC CLICS") @Nullable String name,
        @Schema(description = "One of the six bases of Article 6(1) UK GDPR", examples = "public-task") @Nullable String lawfulBasis,
        @Schema(description = "1 to 200") @Nullable List<@Nullable AreaRequest> areas,
        @Schema(description = "england, scotland, wales or northern-ireland: whose code lists, index of deprivation and checks of volunteers it goes by. Left out: those of none in particular") @Nullable String nation) {

    @Schema(requiredProperties = {"code", "name"})
    public record AreaRequest(
            @Schema(description = "Letters, digits and hyphens, at most 32", examples = "CP4") @Nullable String code,
            @Schema(description = "At most 200 characters", examples = "Community Partnership 4") @Nullable String name) {}

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    SetUpProgramme command(String path, Instant now) {
        var invalid = new Invalid();
        var programme = Shapes.slug(invalid, "id", path);
        Shapes.sameAsPath(invalid, "id", id, path);
        var text = invalid.required("name", name, 200);
        var basis = LawfulBasis.of(Objects.requireNonNullElse(lawfulBasis, "")).orElse(null);
        invalid.check(basis != null, "lawfulBasis", "unknown-code", "One of the six bases of Article 6(1), such as public-task.");
        var checked = areas(invalid);
        var whose = nation == null ? null : Nation.of(nation).orElse(null);
        invalid.check(nation == null || whose != null, "nation", "unknown-code", "england, scotland, wales or northern-ireland.");
        invalid.throwIfAny();
        return new SetUpProgramme(
                Objects.requireNonNull(programme), Objects.requireNonNull(text), Objects.requireNonNull(basis), checked, whose, now);
    }

    private List<Area> areas(Invalid invalid) {
        var checked = new ArrayList<Area>();
        var sent = areas == null ? List.<@Nullable AreaRequest>of() : areas;
        if (!invalid.check(!sent.isEmpty() && sent.size() <= 200, "areas", "size", "From 1 to 200.")) return checked;
        var seen = new HashSet<String>();
        for (int i = 0; i < sent.size(); i++) {
            var area = sent.get(i);
            var field = "areas[" + i + "]";
            if (!invalid.check(area != null, field, "required", "This is required.")) continue;
            var code = Shapes.code(invalid, field + ".code", area.code());
            var text = invalid.required(field + ".name", area.name(), 200);
            if (code == null || text == null) continue;
            invalid.check(seen.add(code), field + ".code", "twice", "Each code once.");
            checked.add(new Area(code, text));
        }
        return checked;
    }
}
