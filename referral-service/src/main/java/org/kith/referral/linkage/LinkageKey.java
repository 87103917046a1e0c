package org.kith.referral.linkage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that two who may not show each other numbers agreed on: HMAC-SHA-256 over the ten digits of a number, in hexadecimal. */
final class LinkageKey {
    private static final int LEAST = 32;
    private static final int MOST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private LinkageKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static LinkageKey generated() {
        var bytes = new byte[LEAST];
        RANDOM.nextBytes(bytes);
        return new LinkageKey(bytes);
    }

    static LinkageKey of(byte[] bytes) {
        return new LinkageKey(bytes);
    }

    /** Base64 of 32 to 64 bytes, else empty. */
    static Optional<LinkageKey> read(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return bytes.length < LEAST || bytes.length > MOST ? Optional.empty() : Optional.of(new LinkageKey(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean is(LinkageKey other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param number NHS or CHI number, its ten digits */
    String pseudonym(String number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "LinkageKey[…]";
    }
}
