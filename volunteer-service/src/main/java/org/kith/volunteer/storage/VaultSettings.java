package org.kith.volunteer.storage;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where what the vault needs lies, apart from the database and its backups. */
@ConfigMapping(prefix = "kith.vault")
interface VaultSettings {
    /** File with the key-encryption keys and the hash key. */
    Path keys();

    /** File of the erasure ledger. */
    Path ledger();
}
