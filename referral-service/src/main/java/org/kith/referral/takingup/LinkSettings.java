package org.kith.referral.takingup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How addresses for replies are made. */
@ConfigMapping(prefix = "kith.take-up")
interface LinkSettings {
    /** Base64 of at least 32 bytes, from which the key that seals them is derived. To change it ends all that were made. */
    @WithDefault("${kith.webhooks.key}")
    String key();

    /** How long an address is good: long enough to say that somebody goes on attending. */
    @WithDefault("P180D")
    Duration goodFor();
}
