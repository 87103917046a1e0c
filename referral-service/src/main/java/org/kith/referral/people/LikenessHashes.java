package org.kith.referral.people;

import org.jspecify.annotations.Nullable;

/** Keyed hashes of what two people may have in common; {@code withPostcode} is absent where no postcode says anything. */
public record LikenessHashes(byte[] nameAndBirthDate, byte @Nullable [] withPostcode) {
    @Override
    public String toString() {
        return "LikenessHashes[…]";
    }
}
