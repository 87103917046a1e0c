package org.kith.vault;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The service's own keys, from a properties file that only its owner can read:
 *
 * <pre>
 * current=k1                 the key-encryption key that wraps new data keys
 * key.k1=BASE64 of 32 bytes  every key-encryption key that still wraps something
 * hash=BASE64 of 32 bytes    for keyed hashes; cannot be rotated without hashing every identifier again
 * </pre>
 *
 * To rotate, add a key, name it current and restart: services wrap again what is under older keys ({@link
 * VaultStore#rewrapAll}) and say when they have. Then take the old key out.
 */
public final class VaultKeys {
    static final int KEY_BYTES = 32;

    private final String current;
    private final Map<String, SecretKey> wrapping;
    private final SecretKey hashing;

    private VaultKeys(String current, Map<String, SecretKey> wrapping, SecretKey hashing) {
        this.current = current;
        this.wrapping = Map.copyOf(wrapping);
        this.hashing = hashing;
    }

    /** @throws IllegalArgumentException naming the entry at fault, never its value */
    public static VaultKeys load(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** @throws IllegalArgumentException naming the entry at fault, never its value */
    public static VaultKeys parse(String text) throws IOException {
        var entries = new Properties();
        entries.load(new StringReader(text));
        var wrapping = new HashMap<String, SecretKey>();
        for (var name : entries.stringPropertyNames())
            if (name.startsWith("key.")) wrapping.put(name.substring(4), secret(name, entries.getProperty(name), "AES"));
        var current = entries.getProperty("current");
        if (current == null || !wrapping.containsKey(current))
            throw new IllegalArgumentException("vault keys: 'current' must name one of the keys in the file");
        return new VaultKeys(current, wrapping, secret("hash", entries.getProperty("hash"), "HmacSHA256"));
    }

    /** The text of a new keys file with one fresh key-encryption key of the given id and a fresh hash key. */
    public static String generate(String id) {
        return "current=%s%nkey.%s=%s%nhash=%s%n".formatted(id, id, random(), random());
    }

    String current() {
        return current;
    }

    SecretKey wrapping(String id) {
        var key = wrapping.get(id);
        if (key == null) throw new VaultException("key-encryption key '" + id + "' is not in the keys file");
        return key;
    }

    SecretKey hashing() {
        return hashing;
    }

    private static String random() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SecretKey secret(String name, @Nullable String base64, String algorithm) {
        if (base64 == null) throw new IllegalArgumentException("vault keys: '" + name + "' is missing");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("vault keys: '" + name + "' is not base64");
        }
        if (bytes.length != KEY_BYTES)
            throw new IllegalArgumentException("vault keys: '" + name + "' must be " + KEY_BYTES + " bytes, not " + bytes.length);
        return new SecretKeySpec(bytes, algorithm);
    }
}
