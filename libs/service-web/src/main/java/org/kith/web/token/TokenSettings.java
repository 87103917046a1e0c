package org.kith.web.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How verified tokens are remembered. */
@ConfigMapping(prefix = "kith.tokens")
interface TokenSettings {
    /** Tokens remembered at once; 0 verifies each request's. */
    @WithDefault("10000")
    int remembered();

    /** How often the issuer's keys are read again: as long as this a revoked key may still count. */
    @WithDefault("PT60S")
    Duration keysReadEvery();

    /** Shortest time between two readings that unknown keys cause. */
    @WithDefault("PT5S")
    Duration keysReadAtMostEvery();
}
