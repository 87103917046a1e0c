package org.kith.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureLedgerTest {
    private static final UUID ONE = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("0199aaaa-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir Path folder;

    @Test
    void names_everybody_once_in_the_order_of_their_erasure_and_outlives_the_process() throws IOException {
        var file = folder.resolve("kept/apart.ledger");
        new ErasureLedger(file).record(TWO, AT, "steward-1");
        new ErasureLedger(file).record(ONE, AT, "steward-1");
        new ErasureLedger(file).record(TWO, AT, "steward-2");
        assertThat(new ErasureLedger(file).people()).containsExactly(TWO, ONE);
    }

    @Test
    void nobody_is_in_a_ledger_that_was_never_written() throws IOException {
        assertThat(new ErasureLedger(folder.resolve("none")).people()).isEmpty();
    }

    @Test
    void a_line_that_a_crash_tore_off_does_not_swallow_the_next() throws IOException {
        var file = folder.resolve("torn.ledger");
        new ErasureLedger(file).record(ONE, AT, "steward-1");
        Files.writeString(file, "0199aaaa-0000-7000-80", StandardOpenOption.APPEND);
        new ErasureLedger(file).record(TWO, AT, "steward-1");
        assertThat(new ErasureLedger(file).people()).containsExactly(ONE, TWO);
    }

    @Test
    void refuses_an_actor_that_would_break_a_line() {
        assertThatThrownBy(() -> new ErasureLedger(folder.resolve("l")).record(ONE, AT, "a\nb"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
