package org.kith.local.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
