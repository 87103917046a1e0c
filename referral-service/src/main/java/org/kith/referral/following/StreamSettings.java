package org.kith.referral.following;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes are streamed. */
@ConfigMapping(prefix = "kith.streams")
interface StreamSettings {
    @WithDefault("PT0.5S")
    Duration lookEvery();

    /** After how long without a change something is said all the same, so that nobody on the way takes the connection for dead. */
    @WithDefault("PT10S")
    Duration heartBeat();

    /** After which a stream ends, and is resumed by who still listens; it ends with its token in any case. */
    @WithDefault("PT10M")
    Duration longest();

    @WithDefault("4")
    int perAccount();

    /** Of all accounts together, in one process. */
    @WithDefault("64")
    int all();
}
