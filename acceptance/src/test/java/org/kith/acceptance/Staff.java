package org.kith.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Locale;

/** Puts the test's own worker into a post, so that the rule of allocation finds somebody. */
final class Staff {
    private Staff() {}

    static void workerCovers(String programme, String area) {
        var post = "acceptance-" + area.toLowerCase(Locale.ROOT);
        var administrator = Kith.as("administrator");
        accepted(administrator.put("/api/posts/" + post, """
            {"programme": "%s", "role": "living-well-worker", "areas": ["%s"], "fteHundredths": 50}""".formatted(programme, area)));
        accepted(administrator.put("/api/posts/" + post + "/holder", """
            {"worker": "%s", "from": "2026-01-01"}""".formatted(worker())));
    }

    /** The id of the test's own worker. */
    static String worker() {
        return subject("worker");
    }

    private static void accepted(io.restassured.response.Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(300);
    }

    private static String subject(String client) {
        try {
            return SignedJWT.parse(Tokens.of(Platform.started(), client)).getJWTClaimsSet().getSubject();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
