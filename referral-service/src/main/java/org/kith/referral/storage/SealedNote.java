package org.kith.referral.storage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.kith.vault.PersonKey;

/** A text about a person beside one event, stored under their key only. */
public final class SealedNote {
    private SealedNote() {}

    /** Bound to the event: opens for no other row. */
    public static byte[] seal(PersonKey key, UUID event, String note) {
        return key.seal(event, note.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws org.kith.vault.VaultException if the bytes are not this event's, or not this person's */
    public static String open(PersonKey key, UUID event, byte[] sealed) {
        return new String(key.open(event, sealed), StandardCharsets.UTF_8);
    }
}
