package org.kith.referral.chasing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** After how long a referral that nobody answers is chased and declined, counted from its receipt or its reopening. */
@ConfigMapping(prefix = "kith.unanswered")
interface ChasingSettings {
    @WithDefault("P7D")
    Duration chaseAfter();

    @WithDefault("P28D")
    Duration declineAfter();

    /** How often it is looked for what is due. */
    @WithDefault("PT1M")
    Duration lookEvery();
}
