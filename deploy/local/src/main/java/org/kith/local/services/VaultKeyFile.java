package org.kith.local.services;

import java.nio.file.Files;
import java.nio.file.Path;
import org.kith.local.PrivateFile;
import org.kith.local.Secrets;

/** The first key-encryption key and the hash key of a service's vault. Later ones are added by hand when keys are rotated. */
final class VaultKeyFile {

    private VaultKeyFile() {}

    /** Writes the file if it is not there; never touches one that is, because what it wraps would be lost. */
    static Path of(Path folder, Service service, Secrets secrets) {
        var file = folder.resolve(service.id() + "-vault.keys");
        if (!Files.exists(file))
            PrivateFile.write(file, "current=k1\nkey.k1=" + secrets.base64("vault." + service.id() + ".k1") + "\nhash=" + secrets.base64("vault." + service.id() + ".hash") + "\n");
        return file;
    }
}
