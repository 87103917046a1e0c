package org.kith.directory.checking;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Caller;
import org.kith.web.problem.Invalid;

/**
 * What one request is checked against, as it stood when the request came.
 *
 * @param areas the programme's areas; null when there is no such programme
 * @param codes by name of the list
 */
public record Known(@Nullable String programme, @Nullable Set<String> areas, Map<String, Set<String>> codes) {

    /** A programme that exists and that the caller takes part in. The two are told apart only to those who may know. */
    public void programme(Invalid invalid, String field, Caller caller) {
        if (programme == null) return;
        boolean usable = areas != null && caller.mayUse(programme);
        invalid.check(usable, field, "unknown-programme", "There is no such programme among those you take part in.");
    }

    public void area(Invalid invalid, String field, @Nullable String area) {
        if (area == null || areas == null) return;
        invalid.check(areas.contains(area), field, "unknown-area", "The programme has no such area.");
    }

    /** @param list name of a code list; a list that was never published has no codes */
    public void code(Invalid invalid, String field, String list, @Nullable String code) {
        if (code == null) return;
        invalid.check(codes.getOrDefault(list, Set.of()).contains(code), field, "unknown-code", "Not a code of the list '" + list + "'.");
    }
}
