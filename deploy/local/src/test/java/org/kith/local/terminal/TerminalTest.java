package org.kith.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        terminal(false).table(List.of(List.of("row", "proven"), List.of("A12345", "yes")));
        assertThat(text().lines()).containsExactly("  row     proven", "  A12345  yes");
    }

    @Test
    void without_colour_nothing_but_text_is_written() {
        terminal(false).error("no");
        assertThat(text()).doesNotContain("\u001B");
    }

    @Test
    void with_colour_an_error_is_red() {
        terminal(true).error("no");
        assertThat(text()).contains("\u001B[31m");
    }

    private Terminal terminal(boolean colour) {
        return new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), colour);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
