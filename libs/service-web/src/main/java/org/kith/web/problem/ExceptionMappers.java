package org.kith.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.kith.eventstore.OverloadedException;
import org.kith.web.correlation.Correlation;

/** Every exception that leaves a resource becomes a problem; what is unexpected says nothing about its cause. */
@Singleton
public final class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.LOCATION);

    private final ProblemResponses responses;
    private final Correlation correlation;
    private final CurrentVertxRequest request;
    private final Refusals refusals;

    ExceptionMappers(ProblemResponses responses, Correlation correlation, CurrentVertxRequest request, Refusals refusals) {
        this.responses = responses;
        this.correlation = correlation;
        this.refusals = refusals;
        this.request = request;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return answer(e.problem(), e.headers());
    }

    @ServerExceptionMapper
    public Response unauthenticated(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return problem(Problems.forbidden("Your role does not allow this."));
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e) {
        return problem(UnreadableJson.problem(e));
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return Violations.ofRequest(e) ? problem(Problems.invalid(Violations.errors(e))) : unexpected(e);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) return unreadable(json);
        Response thrown = e.getResponse();
        if (thrown.getStatus() < 400) return thrown;
        if (thrown.getStatus() >= 500) return unexpected(e);
        RoutingContext context = request.getCurrent();
        ProblemException refused = context == null
                ? new ProblemException(StatusProblems.of(thrown.getStatus()))
                : refusals.of(thrown.getStatus(), context.request().method().name(), context.normalizedPath());
        Map<String, String> headers = new HashMap<>(refused.headers());
        for (String name : KEPT_HEADERS) if (thrown.getHeaderString(name) != null) headers.put(name, thrown.getHeaderString(name));
        return answer(refused.problem(), headers);
    }

    @ServerExceptionMapper
    public Response overloaded(OverloadedException e) {
        return problem(Problems.unavailable("Too much to do at the moment. Try again.", Duration.ofSeconds(1)));
    }

    @ServerExceptionMapper
    public Response unexpected(Exception e) {
        if (Unreachable.isCauseOf(e)) {
            LOG.warnf("database not available (%s), correlation id %s", e.getClass().getSimpleName(), correlation.id());
            return problem(
                    Problems.unavailable("The database cannot be reached. Whether it was done is not known: try again with the same Idempotency-Key.", Duration.ofSeconds(2)));
        }
        LOG.errorf("request failed, correlation id %s: %s", correlation.id(), Trace.of(e));
        return answer(StatusProblems.of(500), Map.of());
    }

    private Response unauthenticated() {
        return answer(StatusProblems.of(401), Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    private Response answer(Problem problem, Map<String, String> headers) {
        RoutingContext context = request.getCurrent();
        return responses.response(problem, headers, correlation.id().toString(), context == null ? null : context.request().path());
    }
}
