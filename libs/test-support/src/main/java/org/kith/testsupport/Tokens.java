package org.kith.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.local.testing.RealParts;

/** Real access tokens from the shared Keycloak. */
public final class Tokens {

    private record Kept(String token, Instant until) {}

    /** Tokens live five minutes. */
    private static final Duration USED_FOR = Duration.ofMinutes(3);
    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    /** @param client of the realm: {@code partner}, {@code other-partner}, {@code gateway}, or the name of a staff role such as {@code coordinator} */
    public static String of(String client) {
        var now = Instant.now();
        return KEPT.compute(client, (_, kept) -> kept != null && now.isBefore(kept.until()) ? kept : new Kept(RealParts.realm().token(client), now.plus(USED_FOR))).token();
    }

    /** As the value of an {@code Authorization} header. */
    public static String bearer(String client) {
        return "Bearer " + of(client);
    }
}
