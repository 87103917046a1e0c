package org.kith.referral.steps;

import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.web.problem.Invalid;

/** A strand of a programme, what was done within it, and its theme where the strand has themes: each of a code list. */
public record KindOfSupport(String strand, String kind, @Nullable String theme) {

    /** Notes what is wrong. */
    public static KindOfSupport read(
            Invalid invalid, Reference reference, String programme, @Nullable String strand, @Nullable String kind, @Nullable String theme) {
        var within = Coded.required(invalid, reference, "strand", "support-strand-" + programme, strand);
        var done = Coded.required(invalid, reference, "kind", "support-" + within, kind);
        var themes = within + "-theme";
        if (reference.codeList(themes).isPresent()) return new KindOfSupport(within, done, Coded.required(invalid, reference, "theme", themes, theme));
        invalid.check(theme == null, "theme", "no-themes", "This strand has no themes.");
        return new KindOfSupport(within, done, null);
    }
}
