package org.kith.referral.people;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kith.vault.Vault;

/** By which keyed hashes a person, or a sender's own reference for a person, is found again. */
@Singleton
public final class Matching {
    private final Vault vault;

    Matching(Vault vault) {
        this.vault = vault;
    }

    /** The NHS number's first, for it decides where the two numbers belong to two people. Empty for who has neither. */
    public List<byte[]> hashes(Identity identity) {
        var hashes = new ArrayList<byte[]>(2);
        if (identity.nhsNumber() != null) hashes.add(vault.hash("nhs-number", identity.nhsNumber()));
        if (identity.chiNumber() != null) hashes.add(vault.hash("chi-number", identity.chiNumber()));
        return hashes;
    }

    /** For who may be the same person although no number says so. */
    public LikenessHashes likeness(Identity identity) {
        var likeness = Likeness.of(identity);
        var alone = vault.hash("name-and-birth-date", likeness.nameAndBirthDate());
        var postcode = likeness.postcode();
        return new LikenessHashes(alone, postcode == null ? null : vault.hash("name-birth-date-and-postcode", likeness.nameAndBirthDate() + "\u0000" + postcode));
    }

    /**
     * The person is part of it, since senders use one reference for several people (a clinic, a batch) and one person's
     * again; who has no number is told by name and birth date.
     */
    public byte[] reference(String organisation, String programme, String reference, Identity identity) {
        return vault.hash("external-reference", String.join("\u0000", organisation, programme, reference, who(identity)));
    }

    private static String who(Identity identity) {
        if (identity.nhsNumber() != null) return identity.nhsNumber();
        if (identity.chiNumber() != null) return identity.chiNumber();
        return (identity.givenName() + " " + identity.familyName()).toLowerCase(Locale.ROOT) + " " + identity.birthDate();
    }
}
