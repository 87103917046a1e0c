package org.kith.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Makes, wraps and opens people's keys, and hashes identifiers. Pure: it keeps nothing and reads no database. */
public final class Vault {
    private final VaultKeys keys;

    public Vault(VaultKeys keys) {
        this.keys = keys;
    }

    /** A fresh data key for somebody new. */
    public PersonKey newKey(UUID person) {
        var key = new SecretKeySpec(Sealing.randomBytes(VaultKeys.KEY_BYTES), "AES");
        return new PersonKey(person, key, wrap(person, key));
    }

    /** @throws VaultException if the key-encryption key is gone, or the wrapped key is not this person's */
    public PersonKey open(UUID person, WrappedKey wrapped) {
        var key = Sealing.open(keys.wrapping(wrapped.keyId()), wrapped.bytes(), boundTo(person, wrapped.keyId()));
        return new PersonKey(person, new SecretKeySpec(key, "AES"), wrapped);
    }

    /** The same data key under the current key-encryption key; what it sealed stays as it is. */
    public WrappedKey rewrap(UUID person, WrappedKey wrapped) {
        return wrap(person, open(person, wrapped).secret());
    }

    /** Whether the key-encryption key is the current one. */
    public boolean isCurrent(WrappedKey wrapped) {
        return wrapped.keyId().equals(keys.current());
    }

    String currentKeyId() {
        return keys.current();
    }

    /**
     * HMAC-SHA-256, 32 bytes. The kind is part of what is hashed, so that equal digits of two kinds never meet.
     *
     * @param kind nhs-number, chi-number …, without a NUL
     * @param value normalised: the same identifier must always be the same text
     */
    public byte[] hash(String kind, String value) {
        return KeyedHash.of(keys.hashing(), kind, value);
    }

    private WrappedKey wrap(UUID person, SecretKey key) {
        var id = keys.current();
        return new WrappedKey(id, Sealing.seal(keys.wrapping(id), key.getEncoded(), boundTo(person, id)));
    }

    private static byte[] boundTo(UUID person, String keyId) {
        return ("data-key/" + person + "/" + keyId).getBytes(StandardCharsets.UTF_8);
    }
}
