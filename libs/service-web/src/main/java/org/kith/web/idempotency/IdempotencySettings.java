package org.kith.web.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of retried POSTs. */
@ConfigMapping(prefix = "kith.idempotency")
interface IdempotencySettings {
    /** Key of the hash over a request; the same in every replica. Without one of its own, the database's password. */
    Optional<String> secret();

    /** How long a key is remembered. */
    @WithDefault("P7D")
    Duration kept();

    /** How often keys that are older are deleted. */
    @WithDefault("PT10M")
    Duration purgedEvery();
}
