package org.kith.directory.funding;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.funding.domain.FundCommand.SetFundingLine;
import org.kith.directory.funding.domain.FundingLine;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A budget from which grants are awarded. */
@Schema(requiredProperties = {"programme", "name", "amountPence", "from", "to"})
public record FundRequest(
        @Schema(description = "Left out, or the one in the path", examples = "clics-cp4-development") @Nullable String id,
        @Schema(description = "Id of the programme", examples = "clics") @Nullable String programme,
        @Schema(description = "Left out where the money is for the whole programme", examples = "CP4") @Nullable String area,
        @Schema(description = "At most 200 characters", examples = "CP4 development budget") @Nullable String name,
        @Schema(description = "Pence, from 1 to ten thousand million pounds", examples = "500000") @Nullable Long amountPence,
        @Schema(description = "'recurrent' or 'fixed-term'; left out where nobody has said", examples = "fixed-term") @Nullable String term,
        @Schema(format = "date", description = "The first day on which it may be granted", examples = "2026-04-01") @Nullable String from,
        @Schema(format = "date", description = "The last day on which it may be granted", examples = "2027-03-31") @Nullable String to) {

    static final long MOST_PENCE = 1_000_000_000_000L;

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    SetFundingLine command(String path, Known known, Asked asked) {
        var invalid = new Invalid();
        var fund = Shapes.slug(invalid, "id", path);
        Shapes.sameAsPath(invalid, "id", id, path);
        if (Shapes.slug(invalid, "programme", programme) != null) known.programme(invalid, "programme", asked.caller());
        known.area(invalid, "area", area);
        var text = invalid.required("name", name, 200);
        boolean plausible = amountPence != null && amountPence >= 1 && amountPence <= MOST_PENCE;
        invalid.check(plausible, "amountPence", "out-of-range", "A whole number of pence, from 1.");
        boolean termKnown = term == null || term.equals("recurrent") || term.equals("fixed-term");
        invalid.check(termKnown, "term", "unknown-code", "'recurrent' or 'fixed-term'.");
        var first = Shapes.day(invalid, "from", from);
        var last = Shapes.day(invalid, "to", to);
        invalid.check(first == null || last == null || !last.isBefore(first), "to", "before-from", "Not before the first day.");
        invalid.throwIfAny();
        var line = new FundingLine(
                Objects.requireNonNull(programme),
                area,
                Objects.requireNonNull(text),
                Objects.requireNonNull(amountPence),
                term,
                Objects.requireNonNull(first),
                Objects.requireNonNull(last));
        return new SetFundingLine(Objects.requireNonNull(fund), line, asked.now());
    }
}
