package org.kith.directory.groups;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.groups.domain.GroupCommand.FormGroup;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/**
 * @param formedOn the day it began, which may be long ago: that is the day it counts on
 * @param prompt code list {@code group-prompt}
 * @param constituted false for an informal network
 */
public record GroupRequest(
        @Nullable String programme, @Nullable String area, @Nullable String name, @Nullable String formedOn, @Nullable String prompt,
        @Nullable Boolean constituted) {

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
