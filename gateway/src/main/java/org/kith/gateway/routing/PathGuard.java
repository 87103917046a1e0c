package org.kith.gateway.routing;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kith.web.problem.Problem;
import org.kith.web.problem.Problems;
import org.kith.web.problem.RoutedProblems;

/**
 * Refuses a path that two readers could read differently: one that decodes to a separator, a parameter, a dot segment or a
 * control character. No path of Kith needs any of these, so nothing is normalised and nothing is guessed.
 */
@Singleton
public final class PathGuard {
    private static final int AFTER_CORRELATION = 9_500;
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    /** Plain characters, and escapes of two hexadecimal digits. It never goes back, which for a long path takes a deep stack. */
    private static final Pattern PLAIN = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,=:@/-]|%[0-9A-Fa-f]{2})*+");
    /** Escapes of control characters, percent, full stop, slash, semicolon, backslash and DEL. */
    private static final Pattern AMBIGUOUS_ESCAPE = Pattern.compile("%(?:[01][0-9a-f]|25|2e|2f|3b|5c|7f)");
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(?:/|$)");
    private static final Pattern QUERY = Pattern.compile("[\\x21-\\x7E]*");

    private final RoutedProblems problems;

    PathGuard(RoutedProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORRELATION);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!METHODS.contains(request.method().name())) {
            // not 405, which would say of this path alone what holds of them all
            problems.end(context, Problem.of(501, "not-implemented", "Not a method that is served here", "No path has another than " + String.join(", ", METHODS) + "."));
        } else if (!isPlain(request.uri())) {
            problems.end(context, Problems.unreadable("path", "The path can be read in more than one way."));
        } else {
            context.next();
        }
    }

    /** @param uri the request's target as it was sent: path and query */
    static boolean isPlain(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return PLAIN.matcher(path).matches()
                && !path.contains("//")
                && !DOT_SEGMENT.matcher(path).find()
                && !path.contains("..")
                && !AMBIGUOUS_ESCAPE.matcher(path.toLowerCase(Locale.ROOT)).find()
                && (query < 0 || QUERY.matcher(uri.substring(query)).matches());
    }
}
