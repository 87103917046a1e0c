package org.kith.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that remembers with what something was last done, so that it is done again only when that has changed.
 *
 * @param file where it is
 */
public record Marker(Path file) {

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
