package org.kith.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Passwords and keys of one data folder, made when first asked for and kept in one file that its owner alone can read.
 * The file's lines are {@code name=value}; names hold no {@code =}. A value never changes once it is there, and several
 * processes may ask at once.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    public Secrets(Path file) {
        this.file = file;
        read();
    }

    /** 256 random bits in the characters A-Z a-z 0-9 _ -, the same each time for one name. */
    public String of(String name) {
        return kept(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** 32 random bytes in plain Base64, the same each time for one name. */
    public String base64(String name) {
        return kept(name, Base64.getEncoder());
    }

    private String kept(String name, Base64.Encoder encoder) {
        synchronized (Secrets.class) {
            var known = values.get(name);
            return known != null ? known : make(name, encoder);
        }
    }

    private String make(String name, Base64.Encoder encoder) {
        try {
            PrivateFile.folderOf(file);
            try (var lock = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = lock.lock()) {
                // another process may have made it meanwhile, or others beside it
                read();
                var others = values.get(name);
                if (others != null) return others;
                var bytes = new byte[32];
                RANDOM.nextBytes(bytes);
                var made = encoder.encodeToString(bytes);
                values.put(name, made);
                PrivateFile.write(file, values.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue() + "\n").collect(Collectors.joining()));
                return made;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try {
            if (Files.exists(file))
                Files.readAllLines(file).stream().filter(line -> line.contains("=")).map(line -> line.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
