package org.kith.acceptance;

import java.io.BufferedInputStream;
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
import java.util.List;

/** Looks for words in the bytes of every file below a folder, as {@code grep -a} would, whatever the file's format. */
final class Disk {
    private static final int BLOCK = 1 << 20;

    private Disk() {}

    /** Files below {@code folder} that hold {@code word} in UTF-8; one that its owner deletes meanwhile is passed over. */
    static List<Path> filesWith(String word, Path folder) {
        var pattern = word.getBytes(StandardCharsets.UTF_8);
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && holds(file, pattern)) found.add(file);
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

    private static boolean holds(Path file, byte[] pattern) throws IOException {
        var block = new byte[BLOCK + pattern.length];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var kept = 0;
            for (int read; (read = in.readNBytes(block, kept, BLOCK)) > 0;) {
                var length = kept + read;
                if (contains(block, length, pattern)) return true;
                kept = Math.min(pattern.length - 1, length);
                System.arraycopy(block, length - kept, block, 0, kept);
            }
            return false;
        } catch (NoSuchFileException rotatedMeanwhile) {
            return false;
        }
    }

    private static boolean contains(byte[] block, int length, byte[] pattern) {
        for (var from = 0; from <= length - pattern.length; from++) {
            var at = 0;
            while (at < pattern.length && block[from + at] == pattern[at]) at++;
            if (at == pattern.length) return true;
        }
        return false;
    }
}
