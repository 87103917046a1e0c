package org.kith.directory.groups;

import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.groups.domain.GroupCommand.FormGroup;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A group, new or old. */
@Schema(requiredProperties = {"programme", "area", "name", "formedOn", "prompt", "constituted"})
public record GroupRequest(
        @Schema(description = "Id of the programme", examples = "clics") @Nullable String programme,
        @Schema(description = "Code of one of the programme's areas", examples = "CP4") @Nullable String area,
        @Schema(description = "At most 200 characters", examples = "Tuesday walking group") @Nullable String name,
        @Schema(format = "date", description = "The day it began, which may be long ago: the day it counts on", examples = "2026-02-10") @Nullable String formedOn,
        @Schema(description = "Code list 'group-prompt'", examples = "gap") @Nullable String prompt,
        @Schema(description = "False for an informal network", examples = "false") @Nullable Boolean constituted) {

    static final String PROMPTS = "group-prompt";

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    FormGroup command(UUID id, Known known, Asked asked) {
        var invalid = new Invalid();
        if (Shapes.slug(invalid, "programme", programme) != null) known.programme(invalid, "programme", asked.caller());
        var place = Shapes.code(invalid, "area", area);
        known.area(invalid, "area", place);
        var text = invalid.required("name", name, 200);
        var day = Shapes.pastDay(invalid, "formedOn", formedOn, asked.now());
        var code = invalid.required("prompt", prompt, 64);
        known.code(invalid, "prompt", PROMPTS, code);
        invalid.check(constituted != null, "constituted", "required", "true or false.");
        invalid.throwIfAny();
        var formed = Objects.requireNonNull(day);
        return new FormGroup(
                id.toString(),
                Objects.requireNonNull(programme),
                Objects.requireNonNull(place),
                Objects.requireNonNull(text),
                formed,
                Objects.requireNonNull(code),
                Objects.requireNonNull(constituted),
                asked.caller().organisation(),
                formed.atStartOfDay(Shapes.LONDON).toInstant());
    }
}
