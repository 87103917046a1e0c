package org.kith.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Passwords and keys of one data folder, made when first asked for and kept in one file that its owner alone can read.
 * The file's lines are {@code name=value}; names hold no {@code =}.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    public Secrets(Path file) {
        this.file = file;
        try {
            if (Files.exists(file))
                Files.readAllLines(file).stream().filter(line -> line.contains("=")).map(line -> line.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 256 random bits in the characters A-Z a-z 0-9 _ -, the same each time for one name. */
    public String of(String name) {
        return kept(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** 32 random bytes in plain Base64, the same each time for one name. */
    public String base64(String name) {
        return kept(name, Base64.getEncoder());
    }

    private synchronized String kept(String name, Base64.Encoder encoder) {
        if (!values.containsKey(name)) {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            values.put(name, encoder.encodeToString(bytes));
            save();
        }
        return values.get(name);
    }

    private void save() {
        PrivateFile.write(file, values.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue() + "\n").collect(Collectors.joining()));
    }
}
