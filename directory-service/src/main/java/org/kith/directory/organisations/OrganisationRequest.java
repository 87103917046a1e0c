package org.kith.directory.organisations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.organisations.domain.IdentifyOrganisation;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** An organisation that delivers something in an area. */
@Schema(requiredProperties = {"programme", "area", "name", "kind"})
public record OrganisationRequest(
        @Schema(description = "Id of the programme", examples = "clics") @Nullable String programme,
        @Schema(description = "Code of one of the programme's areas", examples = "CP4") @Nullable String area,
        @Schema(description = "At most 200 characters", examples = "Riverside Community Trust") @Nullable String name,
        @Schema(description = "Code list 'organisation-kind'", examples = "voluntary") @Nullable String kind,
        @Schema(description = "Code list 'delivers', at most 20", examples = "[\"well-being\"]") @Nullable List<@Nullable String> delivers,
        @Schema(format = "date-time", description = "When it was identified; left out: now", examples = "2026-03-02T10:15:30Z") @Nullable String occurredAt) {

    static final String KINDS = "organisation-kind";
    static final String DELIVERS = "delivers";

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    IdentifyOrganisation command(UUID id, Known known, Asked asked) {
        var invalid = new Invalid();
        if (Shapes.slug(invalid, "programme", programme) != null) known.programme(invalid, "programme", asked.caller());
        var place = Shapes.code(invalid, "area", area);
        known.area(invalid, "area", place);
        var text = invalid.required("name", name, 200);
        known.code(invalid, "kind", KINDS, invalid.required("kind", kind, 64));
        var activities = activities(invalid, known);
        var at = Shapes.occurredAt(invalid, "occurredAt", occurredAt, asked.now());
        invalid.throwIfAny();
        return new IdentifyOrganisation(
                id.toString(),
                Objects.requireNonNull(programme),
                Objects.requireNonNull(place),
                Objects.requireNonNull(text),
                Objects.requireNonNull(kind).strip(),
                List.copyOf(activities),
                asked.caller().organisation(),
                at);
    }

    private Set<String> activities(Invalid invalid, Known known) {
        var checked = new LinkedHashSet<String>();
        if (delivers == null || !invalid.check(delivers.size() <= 20, "delivers", "size", "At most 20.")) return checked;
        for (int i = 0; i < delivers.size(); i++) {
            var code = invalid.required("delivers[" + i + "]", delivers.get(i), 64);
            known.code(invalid, "delivers[" + i + "]", DELIVERS, code);
            if (code != null) checked.add(code);
        }
        return checked;
    }
}
