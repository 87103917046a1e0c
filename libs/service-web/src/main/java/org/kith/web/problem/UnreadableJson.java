package org.kith.web.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says where a body stops being JSON, without repeating any of it. */
final class UnreadableJson {
    private UnreadableJson() {}

    static ProblemException problem(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problems.unreadable("not-json", "The body is not the JSON that is expected here: it cannot be read" + where + ".");
    }
}
