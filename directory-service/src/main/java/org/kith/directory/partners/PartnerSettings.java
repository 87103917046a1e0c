package org.kith.directory.partners;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What onboarding needs. */
@ConfigMapping(prefix = "kith.partners")
interface PartnerSettings {
    /** Base64 of at least 32 bytes, from which all partners' secrets are derived. To change it is to give everybody new secrets. */
    String key();

    /** Account at the identity provider that may manage clients, and nothing else. */
    @WithDefault("onboarding")
    String clientId();

    String clientSecret();

    /** How long the identity provider may take. */
    @WithDefault("PT10S")
    Duration patience();
}
