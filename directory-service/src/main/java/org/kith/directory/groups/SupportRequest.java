package org.kith.directory.groups;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.groups.domain.GroupCommand.SupportGroup;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/**
 * @param kind code list {@code support-kind}
 * @param dimension code list {@code group-dimension}; left out where the support had none
 * @param occurredAt now, if left out
 */
public record SupportRequest(@Nullable String kind, @Nullable String dimension, @Nullable String occurredAt) {

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
