package org.kith.web.problem;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The problems that services share. Each method makes an exception to throw or to fail a {@code Uni} with. */
public final class Problems {
    private Problems() {}

    /** 404, also for what exists but belongs to another: the two must not be told apart. */
    public static ProblemException notFound() {
        return new ProblemException(Problem.of(404, "not-found", "Not found", "There is nothing here that you may see."));
    }

    /** 403: the caller is known and may not do this at all. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(403, "forbidden", "Not allowed", detail));
    }

    /** 403: the caller is known, and shut out for the time being. */
    public static ProblemException suspended() {
        return new ProblemException(Problem.of(403, "suspended", "Suspended", "Your access is suspended. Ask an administrator of the programme."));
    }

    /** 400: what was sent cannot be read. */
    public static ProblemException unreadable(String code, String detail) {
        return new ProblemException(Problem.of(400, code, "The request cannot be read", detail));
    }

    /** 405 with {@code Allow}. */
    public static ProblemException methodNotAllowed(Collection<String> methods) {
        return new ProblemException(
                Problem.of(405, "method-not-allowed", "Not a method of this resource", "It has " + String.join(", ", methods) + "."),
                Map.of("Allow", String.join(", ", methods)));
    }

    /** 415 with {@code Accept}; {@code types} what can be sent instead, any where it is the header that cannot be read. */
    static ProblemException unsupportedMediaType(Collection<String> types) {
        Problem fallback = StatusProblems.of(415);
        if (types.isEmpty() || types.contains("*/*")) return new ProblemException(fallback);
        return new ProblemException(
                Problem.of(415, fallback.code(), fallback.title(), "Send " + String.join(" or ", types) + "."),
                Map.of("Accept", String.join(", ", types)));
    }

    /** 409: the domain refuses the command in the state that the resource is in. */
    public static ProblemException conflict(String code, String detail) {
        return new ProblemException(Problem.of(409, code, "Not possible now", detail));
    }

    /** 412: the resource has moved on since the caller read it. */
    public static ProblemException stale() {
        return new ProblemException(
                Problem.of(412, "stale", "The resource has changed", "Read it again and decide on what it says now."));
    }

    /** 428: this change needs an If-Match. */
    public static ProblemException preconditionRequired() {
        return new ProblemException(Problem.of(
                428, "if-match-required", "If-Match is required", "Send the ETag of the version that you decided on as If-Match."));
    }

    /** 422: the content can be read and is wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(Problem.of(422, "invalid", "The content is not valid", "See errors for each field at fault.").with(errors));
    }

    /** 503 with {@code Retry-After}. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(
                Problem.of(503, "unavailable", "Not available at the moment", detail),
                Map.of("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds()))));
    }
}
