package org.kith.referral.storage;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where what the vault needs lies, apart from the database. */
@ConfigMapping(prefix = "kith.vault")
interface VaultSettings {
    /** File with the key-encryption keys and the hash key. */
    Path keys();

    /** File of the erasure ledger. */
    Optional<Path> ledger();
}
