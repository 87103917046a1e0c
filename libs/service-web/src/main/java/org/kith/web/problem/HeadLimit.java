package org.kith.web.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses an address or headers beyond their bounds, with a problem that names the bound. The HTTP server has bounds of its own, further
 * out: what is beyond those too is cut off while it is read, with a bare status, for Quarkus lets nobody answer there.
 */
@Singleton
public final class HeadLimit {
    private static final int AFTER_CORRELATION = 9_900;
    /** The colon, a space and the line's end. */
    private static final int AROUND_A_HEADER = 4;

    private final long longestAddress;
    private final long largestHeaders;
    private final RoutedProblems problems;

    /** @param longestAddress path and query, characters; {@code largestHeaders} all of them, bytes */
    HeadLimit(
            @ConfigProperty(name = "kith.http.longest-address") long longestAddress,
            @ConfigProperty(name = "kith.http.largest-headers") MemorySize largestHeaders, RoutedProblems problems) {
        this.longestAddress = longestAddress;
        this.largestHeaders = largestHeaders.asLongValue();
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORRELATION);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > longestAddress) problems.endUnread(context, addressTooLong());
        else if (size(request.headers()) > largestHeaders) problems.endUnread(context, headersTooLarge());
        else context.next();
    }

    private static long size(MultiMap headers) {
        long size = 0;
        for (Map.Entry<String, String> header : headers) size += header.getKey().length() + header.getValue().length() + AROUND_A_HEADER;
        return size;
    }

    private ProblemException addressTooLong() {
        return new ProblemException(Problem.of(
                414, "address-too-long", "The address is too long", "Path and query have at most " + longestAddress + " characters together. Ask for less at once."));
    }

    private ProblemException headersTooLarge() {
        return new ProblemException(Problem.of(
                431, "headers-too-large", "The headers are too large", "All headers together have at most " + largestHeaders + " bytes. Leave out what is not needed."));
    }
}
