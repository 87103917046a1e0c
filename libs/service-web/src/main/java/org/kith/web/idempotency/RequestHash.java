package org.kith.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 over method, path and body: a stolen table does not let anyone try bodies against it. */
final class RequestHash {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;

    RequestHash(String secret) {
        try {
            // a key for this purpose alone, should the secret serve another one too
            byte[] purpose = "kith idempotency key".getBytes(StandardCharsets.UTF_8);
            this.key = new SecretKeySpec(mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM)).doFinal(purpose), ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    byte[] of(String method, String path, byte[] body) {
        try {
            Mac mac = mac(key);
            mac.update((method + '\n' + path + '\n').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static Mac mac(SecretKeySpec key) throws GeneralSecurityException, InvalidKeyException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        return mac;
    }
}
