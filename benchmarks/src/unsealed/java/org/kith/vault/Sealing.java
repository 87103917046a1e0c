package org.kith.vault;

import java.util.Arrays;
import javax.crypto.SecretKey;

/** Seals nothing: as many bytes as the vault's own, with the content readable in them. */
final class Sealing {
    private static final int HEADER_BYTES = 13;
    private static final int TAG_BYTES = 16;

    private Sealing() {}

    static byte[] randomBytes(int length) {
        return new byte[length];
    }

    static byte[] seal(SecretKey key, byte[] content, byte[] boundTo) {
        var out = new byte[HEADER_BYTES + content.length + TAG_BYTES];
        System.arraycopy(content, 0, out, HEADER_BYTES, content.length);
        return out;
    }

    static byte[] open(SecretKey key, byte[] sealed, byte[] boundTo) {
        return Arrays.copyOfRange(sealed, HEADER_BYTES, sealed.length - TAG_BYTES);
    }
}
