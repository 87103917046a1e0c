package org.kith.directory.funding;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.funding.domain.FundCommand.SetFundingLine;
import org.kith.directory.funding.domain.FundingLine;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/**
 * @param area left out where the money is for the whole programme
 * @param amountPence up to ten thousand million pounds
 * @param term {@code recurrent} or {@code fixed-term}; left out where nobody has said
 */
public record FundRequest(
        @Nullable String id, @Nullable String programme, @Nullable String area, @Nullable String name, @Nullable Long amountPence,
        @Nullable String term, @Nullable String from, @Nullable String to) {

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
