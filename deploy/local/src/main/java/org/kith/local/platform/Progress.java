package org.kith.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * How a start is going: written by the background process, shown by the command that waits for it. Each line is a kind
 * and a text, whose own line ends stand as {@code \n}.
 *
 * @param file where it is
 */
public record Progress(Path file) {

    /** The last line is {@code READY} or {@code FAILED}. */
    public enum Kind {
        STEP, DONE, WARNING, READY, FAILED
    }

    public record Entry(Kind kind, String text) {}

    public void begin() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void add(Kind kind, String text) {
        try {
            Files.writeString(file, kind + " " + text.replace("\n", "\\n") + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole lines from number {@code from} on. */
    public List<Entry> from(int from) {
        try {
            var entries = new ArrayList<Entry>();
            if (!Files.exists(file)) return entries;
            var text = Files.readString(file);
            // a line without its end is still being written
            var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().skip(from).toList();
            for (var line : lines) {
                var space = line.indexOf(' ');
                entries.add(new Entry(Kind.valueOf(line.substring(0, space)), line.substring(space + 1).replace("\\n", "\n")));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
