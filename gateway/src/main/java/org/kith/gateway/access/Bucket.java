package org.kith.gateway.access;

/** A token bucket: so many a second on average, so many at once. Times are nanoseconds of a clock that only goes forward. */
final class Bucket {
    private static final double SECOND = 1e9;
    private final double perSecond;
    private final double burst;
    private double tokens;
    private long filled;

    Bucket(int perSecond, int burst, long now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filled = now;
    }

    /** @return 0 when taken, else the whole seconds until one can be */
    synchronized long take(long now) {
        tokens = Math.min(burst, tokens + (now - filled) / SECOND * perSecond);
        filled = now;
        if (tokens >= 1) {
            tokens--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - tokens) / perSecond));
    }
}
