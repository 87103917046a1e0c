package org.kith.web.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses parameters that an operation below {@code /api} does not have. Left out in silence, a mistyped one would answer another question
 * than was asked. Elsewhere more may be sent than is meant for us: FHIR has parameters of its own, and whatever carries an address to a person
 * may add to it.
 */
@Singleton
public final class UnknownParameters {
    private static final String API = "/api/";
    private static final int MOST_NAMED = 20;
    private static final int LONGEST_NAMED = 64;

    private final CurrentVertxRequest request;
    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    UnknownParameters(CurrentVertxRequest request) {
        this.request = request;
    }

    /** @throws ProblemException 400 naming those that are unknown, and those that are not */
    @ServerRequestFilter(nonBlocking = true)
    public void check(ResourceInfo resource) {
        RoutingContext context = request.getCurrent();
        if (context == null || context.request().query() == null || !context.normalizedPath().startsWith(API)) return;
        SortedSet<String> names = known.computeIfAbsent(resource.getResourceMethod(), UnknownParameters::of);
        List<String> unknown = context.queryParams().names().stream().filter(name -> !names.contains(name)).sorted().toList();
        if (!unknown.isEmpty()) throw refused(unknown, names);
    }

    private static SortedSet<String> of(Method method) {
        // as they are read
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Parameter parameter : method.getParameters()) {
            var plain = parameter.getAnnotation(QueryParam.class);
            var rest = parameter.getAnnotation(RestQuery.class);
            if (plain != null) names.add(plain.value());
            if (rest != null) names.add(rest.value().isEmpty() ? parameter.getName() : rest.value());
        }
        return Collections.unmodifiableSortedSet(names);
    }

    private static ProblemException refused(List<String> unknown, SortedSet<String> known) {
        String detail = known.isEmpty() ? "This takes no parameters in its query." : "This takes " + String.join(", ", known) + ".";
        return new ProblemException(Problem.of(400, "unknown-parameter", "A parameter is not known here", detail)
                .with(unknown.stream().limit(MOST_NAMED).map(UnknownParameters::error).toList()));
    }

    private static FieldError error(String name) {
        return new FieldError(name.length() > LONGEST_NAMED ? name.substring(0, LONGEST_NAMED) + "…" : name, "unknown-parameter", "Not a parameter of this.");
    }
}
