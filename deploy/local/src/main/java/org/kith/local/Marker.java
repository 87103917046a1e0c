package org.kith.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A file that remembers with what something was last done, so that it is done again only when that has changed.
 *
 * @param file where it is
 */
public record Marker(Path file) {

    /** A content that stands for much, or for what a marker should not tell: SHA-256, in hexadecimal digits. */
    public static String digest(List<byte[]> contents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean says(String content) {
        try {
            return Files.exists(file) && Files.readString(file).equals(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String content) {
        PrivateFile.write(file, content);
    }

    /** Whatever was done has to be done again. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
