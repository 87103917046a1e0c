package org.kith.web.problem;

/** What to say for a status that the framework chose. */
public final class StatusProblems {
    private StatusProblems() {}

    public static Problem of(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "bad-request", "The request cannot be read", "It is not a request of HTTP as it should be: look at its path and its headers.");
            case 401 -> Problem.of(401, "unauthenticated", "Not signed in", "Send a valid access token as Authorization: Bearer.");
            case 403 -> Problems.forbidden("Your role does not allow this.").problem();
            case 404 -> Problems.notFound().problem();
            case 405 -> Problem.of(405, "method-not-allowed", "Not a method of this resource", "The API document says which methods it has.");
            case 406 -> Problem.of(406, "not-acceptable", "No such representation", "Accept application/json, or what the API document says of this resource.");
            case 413 -> Problem.of(413, "too-large", "The body is too large", "A body is at most a mebibyte, unless this installation says otherwise.");
            case 415 -> Problem.of(415, "unsupported-media-type", "Not a media type of this resource",
                    "Content-Type is to name the media type of what is sent, as the API document says of this resource.");
            case 429 -> Problem.of(429, "too-many-requests", "Too many requests", "Wait as Retry-After says.");
            case 503 -> Problem.of(503, "unavailable", "Not available at the moment", null);
            case 500 -> Problem.of(500, "unexpected", "Something went wrong here", "Quote the correlation id when you report it.");
            default -> Problem.of(status, "http-" + status, "The request was refused", null);
        };
    }
}
