package org.kith.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        terminal(false).table(List.of(List.of("row", "proven"), List.of("A12345", "yes")));
        assertThat(text().lines()).containsExactly("  row     proven", "  A12345  yes");
    }

    @Test
    void a_long_cell_goes_on_in_the_next_line_and_numbers_stand_to_the_right() {
        terminal(false).table(List.of(List.of("indicator", "after"),
                List.of("Community and voluntary organisations identified that deliver well-being", "7"), List.of("Awarded", "£1,250")));
        assertThat(text().lines()).containsExactly(
                "  indicator                              after",
                "  Community and voluntary organisations       7",
                "  identified that deliver well-being",
                "  Awarded                                £1,250");
    }

    @Test
    void no_line_of_a_table_is_wider_than_a_small_terminal() {
        var words = "a word and another one ".repeat(10).strip();
        terminal(false).table(List.of(List.of("", "rows", "indicator", "before", "after", "target"), List.of("→", "A12", words, "£1,000", "£2,000", "100 per area")));
        assertThat(text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void without_colour_nothing_but_text_is_written() {
        var terminal = terminal(false, false);
        terminal.done("yes");
        terminal.error("no");
        assertThat(text() + said(errors)).contains("yes", "no").doesNotContain("\u001B");
    }

    @Test
    void an_error_goes_where_errors_go_and_is_red_where_that_is_a_terminal() {
        terminal(false, true).error("no");
        assertThat(said(errors)).contains("\u001B[31m").contains("no");
        assertThat(text()).isEmpty();
    }

    @Test
    void an_error_that_goes_into_a_file_has_no_colour() {
        terminal(true, false).error("no");
        assertThat(said(errors)).doesNotContain("\u001B");
    }

    private Terminal terminal(boolean colour) {
        return terminal(colour, colour);
    }

    private Terminal terminal(boolean colour, boolean errorsInColour) {
        return new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), colour, new PrintStream(errors, true, StandardCharsets.UTF_8), errorsInColour);
    }

    private String text() {
        return said(bytes);
    }

    private static String said(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
