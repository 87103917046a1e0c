package org.kith.eventstore;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUID version 7 (RFC 9562): ordered by time, so that indexes grow at their end. Unique, but no secret. */
public final class UuidV7 {
    private UuidV7() {}

    /** @param at its first 48 bits, in milliseconds */
    public static UUID at(Instant at) {
        var random = ThreadLocalRandom.current();
        long high = at.toEpochMilli() << 16 | 0x7000L | random.nextLong() & 0x0fffL;
        long low = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
