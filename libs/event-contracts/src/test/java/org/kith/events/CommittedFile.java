package org.kith.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is generated, committed, and checked to be what would be generated now. */
record CommittedFile(Path path, boolean permanent) {
    private static final String WRITE = "kith.docs.write";

    /** Below the repository's root; a permanent one is written once and never over. */
    static CommittedFile at(String path, boolean permanent) {
        return new CommittedFile(Path.of(System.getProperty("kith.root")).resolve(path), permanent);
    }

    void isCurrent(String content) {
        try {
            if (Boolean.getBoolean(WRITE) && !(permanent && Files.exists(path))) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, content);
            }
            assertThat(path).as("missing: run the tests of this module with -D" + WRITE + "=true").exists();
            assertThat(Files.readString(path)).as(permanent
                    ? path.getFileName() + " of a published version never changes: give the changed event its next version"
                    : path.getFileName() + " is stale: run the tests of this module with -D" + WRITE + "=true").isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
