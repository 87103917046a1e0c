package org.kith.web.token;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.runtime.OidcEndpointAccessException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Tells a token that is wrong (401) from one that nobody can check at the moment (503). */
final class IssuerAway {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private IssuerAway() {}

    static ProblemException problem(Duration retryAfter) {
        return Problems.unavailable("Your access token cannot be checked at the moment. Send the request again.", retryAfter);
    }

    /** The failure as it is, or 503 when it came about because the issuer could not be asked. */
    static Throwable honest(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause())
            if (at instanceof IOException || at instanceof TimeoutException || at instanceof OIDCException || at instanceof OidcEndpointAccessException)
                return problem(RETRY);
        return failure;
    }
}
