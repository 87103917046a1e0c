package org.kith.referral.notifying;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How senders are told. */
@ConfigMapping(prefix = "kith.webhooks")
interface NotifyingSettings {
    /** Base64 of at least 32 bytes, from which all endpoints' secrets are derived. To change it is to give everybody new secrets. */
    String key();

    /** Whether http, and addresses of this machine and of private networks, are allowed: for development only. */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long to wait before each try, the first included; when there is none left, the delivery has failed. */
    @WithDefault("PT0S,PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retries();

    /** For resolving, connecting and the answer together. */
    @WithDefault("PT15S")
    Duration timeout();

    /** How often it is looked for what is to be told. */
    @WithDefault("PT0.5S")
    Duration lookEvery();

    /** How long an endpoint that took nothing is left alone, so that the others get their turn. */
    @WithDefault("PT2S")
    Duration pause();

    /** Endpoints of one organisation. */
    @WithDefault("20")
    int endpoints();
}
