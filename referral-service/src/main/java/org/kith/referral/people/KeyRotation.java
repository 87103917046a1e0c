package org.kith.referral.people;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.kith.vault.VaultStore;

/** After a rotation, wraps people's keys under the new key-encryption key while the service is already at work. */
@Singleton
final class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    private final VaultStore vault;

    KeyRotation(VaultStore vault) {
        this.vault = vault;
    }

    void start(@Observes StartupEvent started) {
        vault.rewrapAll().subscribe().with(
                keys -> {
                    if (keys > 0) LOG.infof("%d keys are under the current key-encryption key now; the older ones can be taken out", keys);
                },
                failure -> LOG.warnf("keys are still under an older key-encryption key, the next start tries again: %s", failure.toString()));
    }
}
