package org.kith.directory.posts;

import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.posts.domain.PostCommand.NoteAbsence;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** When the holder of a post is away. Why is not asked. */
@Schema(name = "Absence", requiredProperties = "from")
public record AbsenceRequest(
        @Schema(format = "date", description = "The first day away", examples = "2026-05-04") @Nullable String from,
        @Schema(format = "date", description = "The last day away; absent: not known yet", examples = "2026-05-15") @Nullable String until) {

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    NoteAbsence command(Asked asked) {
        var invalid = new Invalid();
        var first = Shapes.day(invalid, "from", from);
        LocalDate last = until == null ? null : Shapes.day(invalid, "until", until);
        if (first != null && last != null) invalid.check(!last.isBefore(first), "until", "out-of-order", "Not before the first day away.");
        invalid.throwIfAny();
        return new NoteAbsence(Objects.requireNonNull(first), last, asked.now());
    }
}
