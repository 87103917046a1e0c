package org.kith.gateway.access;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.gateway.GatewaySettings;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.StatusProblems;

/**
 * So many requests a second for each account and each practice. Only who has proved to be one gets a bucket, so nobody can
 * use up another's, and there are no more buckets than accounts.
 */
@Singleton
public final class RateLimits {
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final GatewaySettings.Rate rate;

    RateLimits(GatewaySettings settings) {
        this.rate = settings.rate();
    }

    /** @throws ProblemException 429 with {@code Retry-After} */
    public void take(String who) {
        long now = System.nanoTime();
        long seconds = buckets.computeIfAbsent(who, _ -> new Bucket(rate.perSecond(), rate.burst(), now)).take(now);
        if (seconds > 0) throw new ProblemException(StatusProblems.of(429), Map.of("Retry-After", Long.toString(seconds)));
    }
}
