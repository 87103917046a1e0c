package org.kith.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.platform.Progress.Entry;
import org.kith.local.platform.Progress.Kind;

class ProgressTest {

    @TempDir Path folder;

    @Test
    void is_read_from_where_reading_stopped() {
        var progress = new Progress(folder.resolve("progress"));
        progress.begin();
        progress.add(Kind.DONE, "postgres");
        progress.add(Kind.FAILED, "kafka ended.\nSee its log.");
        assertThat(progress.from(0)).containsExactly(new Entry(Kind.DONE, "postgres"), new Entry(Kind.FAILED, "kafka ended.\nSee its log."));
        assertThat(progress.from(1)).containsExactly(new Entry(Kind.FAILED, "kafka ended.\nSee its log."));
    }

    @Test
    void a_line_still_being_written_is_left_for_later() throws Exception {
        var progress = new Progress(folder.resolve("progress"));
        progress.add(Kind.STEP, "whole");
        Files.writeString(progress.file(), "DONE ha", StandardOpenOption.APPEND);
        assertThat(progress.from(0)).containsExactly(new Entry(Kind.STEP, "whole"));
    }
}
