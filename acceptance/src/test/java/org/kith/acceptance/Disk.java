package org.kith.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for words in the bytes of every file below a folder, as {@code grep -a} would, whatever the file's format. */
final class Disk {
    private static final int BLOCK = 1 << 20;

    private final List<byte[]> words;
    private final boolean[] beginsOne = new boolean[1 << Byte.SIZE];
    private final int longest;
    private final byte[] block;

    private Disk(String... words) {
        this.words = Stream.of(words).map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
        this.words.forEach(word -> beginsOne[Byte.toUnsignedInt(word[0])] = true);
        this.longest = this.words.stream().mapToInt(word -> word.length).max().orElseThrow();
        this.block = new byte[BLOCK + longest];
    }

    /** What holds one of the words in UTF-8, as "file: word"; a file that its owner deletes meanwhile is passed over. */
    static List<String> filesWith(Path folder, String... words) {
        var looked = new Disk(words);
        var found = new ArrayList<String>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) looked.held(file).ifPresent(word -> found.add(file + ": " + word));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                    throw e;
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> held(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var kept = 0;
            for (int read; (read = in.readNBytes(block, kept, BLOCK)) > 0;) {
                var length = kept + read;
                var word = held(length);
                if (word.isPresent()) return word;
                kept = Math.min(longest - 1, length);
                System.arraycopy(block, length - kept, block, 0, kept);
            }
            return Optional.empty();
        } catch (NoSuchFileException rotatedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<String> held(int length) {
        for (var from = 0; from < length; from++) {
            if (!beginsOne[block[from] & 0xff]) continue;
            for (var word : words)
                if (from + word.length <= length && Arrays.equals(block, from, from + word.length, word, 0, word.length))
                    return Optional.of(new String(word, StandardCharsets.UTF_8));
        }
        return Optional.empty();
    }
}
