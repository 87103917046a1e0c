package org.kith.referral.safeguarding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Within which time a concern is to be acknowledged, counted from when it was raised. */
@ConfigMapping(prefix = "kith.safeguarding")
interface SafeguardingSettings {
    @WithDefault("PT24H")
    Duration acknowledgeWithin();

    /** How often it is looked for what is overdue. */
    @WithDefault("PT1M")
    Duration lookEvery();
}
