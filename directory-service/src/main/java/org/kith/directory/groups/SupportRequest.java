package org.kith.directory.groups;

import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.groups.domain.GroupCommand.SupportGroup;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** Support that a group was given. */
@Schema(requiredProperties = "kind")
public record SupportRequest(
        @Schema(description = "Code list 'support-kind'", examples = "link-to-volunteers") @Nullable String kind,
        @Schema(description = "Code list 'group-dimension'; left out where the support had none", examples = "membership") @Nullable String dimension,
        @Schema(format = "date-time", description = "When it happened; left out: now", examples = "2026-03-02T10:15:30Z") @Nullable String occurredAt) {

    static final String KINDS = "support-kind";
    static final String DIMENSIONS = "group-dimension";

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    SupportGroup command(UUID id, Known known, Asked asked) {
        var invalid = new Invalid();
        var what = invalid.required("kind", kind, 64);
        known.code(invalid, "kind", KINDS, what);
        var side = invalid.optional("dimension", dimension, 64);
        known.code(invalid, "dimension", DIMENSIONS, side);
        var at = Shapes.occurredAt(invalid, "occurredAt", occurredAt, asked.now());
        invalid.throwIfAny();
        var day = at.atZone(Shapes.LONDON).toLocalDate();
        return new SupportGroup(id.toString(), Objects.requireNonNull(what), side, day, asked.caller().organisation(), at);
    }
}
