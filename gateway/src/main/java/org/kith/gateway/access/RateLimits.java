package org.kith.gateway.access;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kith.gateway.GatewaySettings;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.StatusProblems;

/**
 * So many requests a second for each account and each practice. Only who has proved to be one gets a bucket, so nobody can
 * use up another's, and there are no more buckets than accounts. Who need not say who they are share a number of smaller ones.
 */
@Singleton
public final class RateLimits {
    private static final int OPEN_BUCKETS = 1024;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final List<Bucket> open;
    private final GatewaySettings.Rate rate;

    RateLimits(GatewaySettings settings) {
        this.rate = settings.rate();
        long now = System.nanoTime();
        this.open = Stream.generate(() -> new Bucket(rate.openPerSecond(), rate.openBurst(), now)).limit(OPEN_BUCKETS).toList();
    }

    /** @throws ProblemException 429 with {@code Retry-After} */
    public void take(String who) {
        long now = System.nanoTime();
        long seconds = buckets.computeIfAbsent(who, _ -> new Bucket(rate.perSecond(), rate.burst(), now)).take(now);
        if (seconds > 0) throw tooMany(seconds);
    }

    /** @throws ProblemException 429 with {@code Retry-After}, also where another address falls into the same bucket and has emptied it */
    public void takeOpen(String address) {
        long seconds = open.get(Math.floorMod(address.hashCode(), OPEN_BUCKETS)).take(System.nanoTime());
        if (seconds > 0) throw tooMany(seconds);
    }

    private static ProblemException tooMany(long seconds) {
        return new ProblemException(StatusProblems.of(429), Map.of("Retry-After", Long.toString(seconds)));
    }
}
