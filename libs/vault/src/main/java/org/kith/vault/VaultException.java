package org.kith.vault;

/** Something sealed cannot be opened: a key is missing, or bytes were altered or belong elsewhere. Carries no content. */
public final class VaultException extends RuntimeException {
    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
