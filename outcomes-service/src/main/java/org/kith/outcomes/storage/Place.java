package org.kith.outcomes.storage;

import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.web.caller.Caller;
import org.kith.web.checking.Shapes;
import org.kith.web.problem.Invalid;

/** A programme that the caller takes part in, and one of its areas. */
public record Place(String programme, String area) {

    /** Empty where an error was noted. */
    public static Place check(
            Invalid invalid, @Nullable String programme, @Nullable String area, Reference reference, Caller caller) {
        var id = Shapes.slug(invalid, "programme", programme);
        var code = Shapes.code(invalid, "area", area);
        var known = id == null || !caller.mayUse(id) ? null : reference.programmes().get(id);
        if (id != null && known == null)
            invalid.add("programme", "unknown-programme", "There is no such programme among those you take part in.");
        if (known != null && code != null) invalid.check(known.hasArea(code), "area", "unknown-area", "The programme has no such area.");
        return new Place(id == null ? "" : id, code == null ? "" : code);
    }
}
