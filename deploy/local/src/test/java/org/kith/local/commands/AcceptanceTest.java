package org.kith.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.local.Installation;
import org.kith.local.terminal.Terminal;

class AcceptanceTest {

    private static final List<String[]> RESULTS = List.of(
            new String[] {"A1", "SUCCESSFUL", "org.kith.acceptance.ClicsTest.counts_forms"},
            new String[] {"A2", "SUCCESSFUL", "org.kith.acceptance.ClicsTest.counts_organisations"},
            new String[] {"A2", "FAILED", "org.kith.acceptance.OtherTest.counts_them_again"});

    @Test
    void a_row_is_proven_by_tests_that_all_passed_and_by_nothing_else() {
        assertThat(Acceptance.rows(List.of("A1", "A2", "A3"), RESULTS)).containsExactly(
                new Acceptance.Row("A1", true, List.of("org.kith.acceptance.ClicsTest.counts_forms")),
                new Acceptance.Row("A2", false, List.of("org.kith.acceptance.ClicsTest.counts_organisations", "org.kith.acceptance.OtherTest.counts_them_again")),
                new Acceptance.Row("A3", false, List.of()));
    }

    @Test
    void before_any_test_it_says_how_to_run_them_and_a_script_still_reads_json(@TempDir Path root) throws Exception {
        Files.writeString(Files.createDirectories(root.resolve("acceptance")).resolve("rows.txt"), "A1\tforms are counted\n");
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var acceptance = new Acceptance(new Installation(root), new Terminal(new PrintStream(output), false, new PrintStream(errors), false));
        assertThat(acceptance.run(false)).isEqualTo(1);
        assertThat(output.size()).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("No test of any row has been run", "./kith test");
        assertThat(acceptance.run(true)).isZero();
        assertThat(new ObjectMapper().readTree(output.toByteArray()).path(0).path("proven").asBoolean(true)).isFalse();
    }
}
