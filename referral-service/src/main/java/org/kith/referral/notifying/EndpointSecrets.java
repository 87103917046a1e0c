package org.kith.referral.notifying;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Endpoints' secrets: HMAC-SHA-256 over which and which generation, under a key that is in no database, as partners' are. */
@Singleton
final class EndpointSecrets {
    private static final int LEAST_KEY_BYTES = 32;

    private final SecretKeySpec key;

    EndpointSecrets(NotifyingSettings settings) {
        byte[] bytes = Base64.getDecoder().decode(settings.key());
        if (bytes.length < LEAST_KEY_BYTES) throw new IllegalArgumentException("kith.webhooks.key has " + LEAST_KEY_BYTES + " bytes or more");
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** In the form of Standard Webhooks: {@code whsec_} and Base64. */
    String of(UUID endpoint, int generation) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return "whsec_" + Base64.getEncoder().encodeToString(mac.doFinal(("webhook-endpoint/" + endpoint + "/" + generation).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
