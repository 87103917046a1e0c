package org.kith.referral.takingup;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret part of an address, AES-256-GCM: which signposting it is for and until when lies sealed in it, so that nothing need be kept, nothing can
 * be read from it, and none can be made up or changed. Its key is derived for this one purpose.
 */
@Singleton
final class Links {
    private static final int LEAST_KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SEALED_BYTES = 4 * Long.BYTES;
    /** Exactly as long as what is sealed comes to: 60 bytes. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{80}");
    private static final byte[] PURPOSE = "take-up-link/1".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Links(LinkSettings settings) {
        byte[] bytes = Base64.getDecoder().decode(settings.key());
        if (bytes.length < LEAST_KEY_BYTES) throw new IllegalArgumentException("kith.take-up.key has " + LEAST_KEY_BYTES + " bytes or more");
        this.key = derived(bytes);
    }

    /** @param version of the event by which somebody was signposted */
    record Link(UUID referral, long version, Instant until) {}

    String seal(Link link) {
        var plain = ByteBuffer.allocate(SEALED_BYTES)
                .putLong(link.referral().getMostSignificantBits()).putLong(link.referral().getLeastSignificantBits())
                .putLong(link.version()).putLong(link.until().getEpochSecond());
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.array());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** Empty for what was not made here, or was changed. */
    Optional<Link> open(String text) {
        if (!SHAPE.matcher(text).matches()) return Optional.empty();
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        try {
            var plain = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES)).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
            return Optional.of(new Link(new UUID(plain.getLong(), plain.getLong()), plain.getLong(), Instant.ofEpochSecond(plain.getLong())));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(PURPOSE);
        return cipher;
    }

    private static SecretKeySpec derived(byte[] from) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(from, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(PURPOSE), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
