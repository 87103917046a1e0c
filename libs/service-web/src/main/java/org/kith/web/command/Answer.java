package org.kith.web.command;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.kith.web.precondition.ETags;

/**
 * What a caller is told when a command has been done, and is told again when it retries. It is stored, so it holds ids and
 * states only, never anything about a person.
 *
 * @param status   HTTP status
 * @param location path of what was made, such as {@code /api/referrals/…}
 * @param version  the stream's version, answered as ETag
 * @param json     the body
 */
public record Answer(int status, @Nullable String location, @Nullable Long version, @Nullable String json) {
    private static final int MOST_JSON = 16 * 1024;

    public Answer {
        if (json != null && json.length() > MOST_JSON) throw new IllegalArgumentException("an answer that is kept is small");
    }

    public static Answer created(String location, long version, @Nullable String json) {
        return new Answer(201, location, version, json);
    }

    public static Answer accepted(String location, long version, @Nullable String json) {
        return new Answer(202, location, version, json);
    }

    /** 200 with a body, 204 without. */
    public static Answer done(long version, @Nullable String json) {
        return new Answer(json == null ? 204 : 200, null, version, json);
    }

    Response response() {
        Response.ResponseBuilder response = Response.status(status);
        if (location != null) response.header(HttpHeaders.LOCATION, location);
        if (version != null) response.header(HttpHeaders.ETAG, ETags.of(version));
        if (json != null) response.type(MediaType.APPLICATION_JSON_TYPE).entity(json);
        return response.build();
    }
}
