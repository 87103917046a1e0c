package org.kith.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a problem as bytes, so that its media type never depends on what the caller accepts. */
@Singleton
public final class ProblemResponses {
    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    public Response response(Problem problem, Map<String, String> headers, @Nullable String correlationId) {
        Response.ResponseBuilder answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(bytes(problem.correlatedBy(correlationId)));
        headers.forEach(answer::header);
        return answer.build();
    }

    public byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is made of text and numbers only", e);
        }
    }
}
