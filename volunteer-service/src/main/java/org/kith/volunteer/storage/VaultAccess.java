package org.kith.volunteer.storage;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.kith.vault.ErasureLedger;
import org.kith.vault.Vault;
import org.kith.vault.VaultKeys;
import org.kith.vault.VaultStore;

/** The vault as configured. */
@Singleton
class VaultAccess {

    @Produces
    @Singleton
    Vault vault(VaultSettings settings) throws IOException {
        return new Vault(VaultKeys.load(settings.keys()));
    }

    @Produces
    @Singleton
    VaultStore store(Vault vault, Pool pool) {
        return new VaultStore(vault, pool);
    }

    @Produces
    @Singleton
    ErasureLedger ledger(VaultSettings settings) {
        return new ErasureLedger(settings.ledger());
    }
}
