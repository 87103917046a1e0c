package org.kith.referral.outreach.entries;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Caller;
import org.kith.web.paging.PageAsked;
import org.kith.web.problem.Invalid;

/** Which entries are asked for: of one of the caller's programmes or all of them, perhaps of one area and one day. */
public record Listing(Set<String> programmes, String area, @Nullable LocalDate day, PageAsked page) {
    private static final int MOST = 64;

    /** @throws org.kith.web.problem.ProblemException 422 naming every parameter at fault */
    public static Listing read(
            Caller caller, @Nullable String programme, @Nullable String area, @Nullable String day, @Nullable String after, @Nullable String limit) {
        var invalid = new Invalid();
        var one = invalid.optional("programme", programme, MOST);
        if (one != null) invalid.check(caller.mayUse(one), "programme", "unknown-programme", "There is no such programme among those you take part in.");
        var place = invalid.optional("area", area, MOST);
        var on = invalid.date("day", day);
        invalid.throwIfAny();
        return new Listing(one == null ? caller.programmes() : Set.of(one), place == null ? "" : place, on, PageAsked.read(after, limit));
    }
}
