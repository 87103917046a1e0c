package org.kith.vault;

import java.nio.ByteBuffer;
import java.util.UUID;
import javax.crypto.SecretKey;

/** One person's data key, open in memory. Whatever it seals is bound to the person and to the row that holds it. */
public final class PersonKey {
    private final UUID person;
    private final SecretKey key;
    private final WrappedKey wrapped;

    PersonKey(UUID person, SecretKey key, WrappedKey wrapped) {
        this.person = person;
        this.key = key;
        this.wrapped = wrapped;
    }

    public UUID person() {
        return person;
    }

    /** As it is to be stored. */
    public WrappedKey wrapped() {
        return wrapped;
    }

    SecretKey secret() {
        return key;
    }

    /** @param row id of the row that will hold the result */
    public byte[] seal(UUID row, byte[] content) {
        return Sealing.seal(key, content, boundTo(row));
    }

    /** @throws VaultException if the bytes were altered or sealed for another person or row */
    public byte[] open(UUID row, byte[] sealed) {
        return Sealing.open(key, sealed, boundTo(row));
    }

    private byte[] boundTo(UUID row) {
        return ByteBuffer.allocate(32)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return "PersonKey[" + person + "]";
    }
}
