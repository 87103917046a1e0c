package org.kith.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a problem as bytes, so that its media type never depends on what the caller accepts: as RFC 9457 says, and as an
 * OperationOutcome below {@code /fhir}, whose callers read nothing else.
 */
@Singleton
public final class ProblemResponses {
    private static final String FHIR = "/fhir/";
    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    /** @param path of the request, if there is one */
    Response response(Problem problem, Map<String, String> headers, @Nullable String correlationId, @Nullable String path) {
        Response.ResponseBuilder answer = Response.status(problem.status()).type(mediaType(path)).entity(bytes(problem.correlatedBy(correlationId), path));
        headers.forEach(answer::header);
        return answer.build();
    }

    byte[] bytes(Problem problem, @Nullable String path) {
        try {
            return json.writeValueAsBytes(isFhir(path) ? OperationOutcome.of(problem) : problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is made of text and numbers only", e);
        }
    }

    static String mediaType(@Nullable String path) {
        return isFhir(path) ? OperationOutcome.MEDIA_TYPE : Problem.MEDIA_TYPE;
    }

    private static boolean isFhir(@Nullable String path) {
        return path != null && path.startsWith(FHIR);
    }
}
