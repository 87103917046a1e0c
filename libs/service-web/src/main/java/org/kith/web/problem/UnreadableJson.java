package org.kith.web.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Says why a body cannot be read, and where, without repeating any of it. */
final class UnreadableJson {
    private UnreadableJson() {}

    static ProblemException problem(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problems.unreadable("not-json", reason(e) + where + ".");
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException)
            return "The body has a text, a name or a number that is longer, or is nested deeper, than is read here";
        String said = e.getOriginalMessage();
        if (said != null && said.startsWith("Duplicate field")) return "The body has a field twice";
        return "The body is not JSON in UTF-8: it cannot be read";
    }
}
