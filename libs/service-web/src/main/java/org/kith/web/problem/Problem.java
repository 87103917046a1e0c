package org.kith.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 describes it, media type {@code application/problem+json}.
 *
 * @param code          stable, lower case with hyphens; also the end of {@code type}
 * @param correlationId what to quote when asking for help
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type, String title, int status, @Nullable String detail, String code, List<FieldError> errors, @Nullable String correlationId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String title, @Nullable String detail) {
        return new Problem(URI.create("urn:kith:problem:" + code), title, status, detail, code, List.of(), null);
    }

    public Problem with(List<FieldError> fieldErrors) {
        return new Problem(type, title, status, detail, code, fieldErrors, correlationId);
    }

    Problem correlatedBy(@Nullable String id) {
        return new Problem(type, title, status, detail, code, errors, id);
    }
}
