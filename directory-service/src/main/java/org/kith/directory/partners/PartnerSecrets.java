package org.kith.directory.partners;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kith.directory.partners.domain.PartnerDetails;
import org.kith.directory.partners.domain.PartnerKind;

/**
 * Partners' secrets: HMAC-SHA-256 over who and which generation, under a key that is in no database. Nothing is stored, so
 * nothing can be read from a backup, and whoever repeats a request that a crash cut short is given the same secret.
 */
@Singleton
final class PartnerSecrets {
    private static final int LEAST_KEY_BYTES = 32;

    private final SecretKeySpec key;

    PartnerSecrets(PartnerSettings settings) {
        byte[] bytes = Base64.getDecoder().decode(settings.key());
        if (bytes.length < LEAST_KEY_BYTES) throw new IllegalArgumentException("kith.partners.key has " + LEAST_KEY_BYTES + " bytes or more");
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** A practice's in the form of Standard Webhooks, {@code whsec_} and Base64; a system's in the characters A-Z a-z 0-9 _ -. */
    String of(PartnerDetails partner, int generation) {
        return of(partner.kind(), partner.partner(), generation);
    }

    String of(PartnerKind kind, String partner, int generation) {
        byte[] derived = derived(kind.code() + "/" + partner + "/" + generation);
        return switch (kind) {
            case SYSTEM -> Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
            case PRACTICE -> "whsec_" + Base64.getEncoder().encodeToString(derived);
        };
    }

    private byte[] derived(String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
