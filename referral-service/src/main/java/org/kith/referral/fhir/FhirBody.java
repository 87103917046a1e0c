package org.kith.referral.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;
import org.kith.web.problem.StatusProblems;

/** What is checked of a body before HAPI sees it: its size, its nesting, that it is JSON with no name twice, and its numbers. */
final class FhirBody {
    static final int MOST_BYTES = 256 * 1024;
    /** A number with a long exponent is short, and takes all memory once it is written out. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");

    private FhirBody() {}

    /**
     * @param bounded its constraints are those of all JSON here
     * @throws IOException for what is no JSON, or beyond these constraints
     * @throws ProblemException 400 or 413
     */
    static void check(byte[] body, JsonFactory bounded) throws IOException {
        if (body.length == 0) throw Problems.unreadable("no-body", "A FHIR resource is required as the body.");
        if (body.length > MOST_BYTES) throw new ProblemException(StatusProblems.of(413));
        try (var tokens = bounded.createParser(body)) {
            int depth = 0;
            for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                if (token.isStructStart()) depth++;
                if (token.isStructEnd() && --depth == 0) break;
                if (depth == 0) throw Problems.unreadable("not-an-object", "A FHIR resource is a JSON object.");
                if (token == JsonToken.VALUE_NULL) continue;
                if (token.isNumeric() && !NUMBER.matcher(tokens.getText()).matches())
                    throw Problems.unreadable("number", "The body has a number that is longer than is read here.");
            }
            if (tokens.nextToken() != null) throw Problems.unreadable("not-json", "There is something after the resource.");
        }
    }
}
