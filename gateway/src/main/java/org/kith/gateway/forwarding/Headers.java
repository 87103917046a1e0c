package org.kith.gateway.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers pass the gateway. */
final class Headers {
    /** Of one connection only (RFC 9110 § 7.6.1), with those that frame the body. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization", "te", "trailer",
            "transfer-encoding", "upgrade", "content-length", "expect");
    /** What a client might pretend: who it is, where it comes from, which path or method it means. */
    private static final Set<String> NOT_FROM_OUTSIDE = Set.of(
            "host", "forwarded", "via", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override", "x-http-method",
            "x-method-override", "x-correlation-id", "cookie", "client-ip", "true-client-ip");
    private static final Set<String> NOT_TO_OUTSIDE = Set.of("server", "x-correlation-id", "date");

    private Headers() {}

    static void copyRequest(MultiMap from, MultiMap to) {
        Set<String> connection = named(from);
        from.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (passes(lower, connection) && !NOT_FROM_OUTSIDE.contains(lower) && !lower.startsWith("x-forwarded-")) to.add(name, value);
        });
    }

    static void copyResponse(MultiMap from, MultiMap to) {
        Set<String> connection = named(from);
        for (String name : from.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (passes(lower, connection) && !NOT_TO_OUTSIDE.contains(lower)) to.set(name, from.getAll(name));
        }
    }

    private static boolean passes(String lower, Set<String> connection) {
        return !HOP_BY_HOP.contains(lower) && !connection.contains(lower) && !lower.startsWith("x-kith-");
    }

    /** The headers that {@code Connection} declares to be of this connection. */
    private static Set<String> named(MultiMap headers) {
        List<String> sent = headers.getAll(HttpHeaders.CONNECTION);
        if (sent.isEmpty()) return Set.of();
        Set<String> names = new HashSet<>();
        for (String value : sent) for (String name : value.split(",")) names.add(name.strip().toLowerCase(Locale.ROOT));
        return names;
    }
}
