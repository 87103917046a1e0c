package org.kith.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM: one byte of format version, 12 bytes of random nonce, ciphertext, 16 bytes of tag. */
final class Sealing {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + NONCE_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static byte[] randomBytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** @param boundTo authenticated with the content, so that sealed bytes cannot be moved to another row */
    static byte[] seal(SecretKey key, byte[] content, byte[] boundTo) {
        try {
            var nonce = randomBytes(NONCE_BYTES);
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, boundTo);
            var out = ByteBuffer.allocate(HEADER_BYTES + cipher.getOutputSize(content.length)).put(FORMAT).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(content), out);
            return out.array();
        } catch (GeneralSecurityException e) {
            throw new VaultException("cannot seal", e);
        }
    }

    static byte[] open(SecretKey key, byte[] sealed, byte[] boundTo) {
        if (sealed.length < HEADER_BYTES || sealed[0] != FORMAT) throw new VaultException("not sealed in a known format");
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, boundTo).doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (GeneralSecurityException e) {
            throw new VaultException("sealed bytes were altered, or belong to another key or row", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] boundTo) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo);
        return cipher;
    }
}
