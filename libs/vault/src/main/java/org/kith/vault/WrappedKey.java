package org.kith.vault;

/** A person's data key as it is stored: sealed with the key-encryption key of that id. */
public record WrappedKey(String keyId, byte[] bytes) {
    @Override
    public String toString() {
        return "WrappedKey[" + keyId + "]";
    }
}
