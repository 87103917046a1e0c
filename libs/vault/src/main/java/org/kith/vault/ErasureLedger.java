package org.kith.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who was erased and when, as lines {@code <person> <instant> <actor>} in a file that is no part of the database nor of
 * its backups. It is written, and on disk, before anything is destroyed, and applied again before a service is ready:
 * neither a crash half-way nor a restored backup brings anybody back. Blocking: call from a worker thread.
 */
public final class ErasureLedger {
    private final Path file;

    public ErasureLedger(Path file) {
        this.file = file;
    }

    /** @param actor opaque id of the account that asked, without white space */
    public synchronized void record(UUID person, Instant at, String actor) throws IOException {
        if (actor.isBlank() || actor.chars().anyMatch(Character::isWhitespace))
            throw new IllegalArgumentException("an actor is an opaque id without white space");
        Files.createDirectories(file.toAbsolutePath().getParent());
        var line = StandardCharsets.UTF_8.encode(person + " " + at + " " + actor + "\n");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            // A line that a crash tore off must not swallow the next one.
            channel.position(channel.size());
            if (endsTorn(channel)) channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            while (line.hasRemaining()) channel.write(line);
            channel.force(true);
        }
    }

    /** Everybody in it, in the order of their erasure; a torn line, whose erasure was never answered, is passed over. */
    public synchronized Set<UUID> people() throws IOException {
        var people = new LinkedHashSet<UUID>();
        if (!Files.exists(file)) return people;
        for (var line : Files.readAllLines(file)) {
            var words = line.split(" ");
            if (words.length == 3) people.add(UUID.fromString(words[0]));
        }
        return people;
    }

    private static boolean endsTorn(FileChannel channel) throws IOException {
        if (channel.size() == 0) return false;
        var last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }
}
