package org.kith.referral.storage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.referral.people.Identity;
import org.kith.vault.PersonKey;

/**
 * What a referral says about a person that no event may say; stored under their key only.
 *
 * @param consent absent where a safeguarding referral was made without
 */
public record SealedContent(Identity identity, @Nullable String note, @Nullable String externalReference, @Nullable GivenConsent consent) {
    private static final SealedJson<SealedContent> JSON = new SealedJson<>(SealedContent.class);

    /** Bound to the referral: opens for no other row. */
    public byte[] seal(PersonKey key, UUID referral) {
        return JSON.seal(key, referral, this);
    }

    /** @throws org.kith.vault.VaultException if the bytes are not this referral's, or not this person's */
    public static SealedContent open(PersonKey key, UUID referral, byte[] sealed) {
        return JSON.open(key, referral, sealed);
    }

    @Override
    public String toString() {
        return "SealedContent[…]";
    }
}
