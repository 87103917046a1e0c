package org.kith.referral.deprivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;

class PartFileTest {
    private static final Set<String> COUNCILS = Set.of("s12000036");

    @Test
    void columns_stand_in_any_order_and_postcodes_are_written_in_any_way() {
        var file = read("\uFEFFDecile,council_area,POSTCODE,data_zone\r\n7,S12000036,eh99 1sp,S01008677\r\n,,,\r\n1,,EH991SQ,\r\n");
        assertThat(file.places()).containsOnlyKeys("EH99 1SP", "EH99 1SQ");
        assertThat(file.places().get("EH99 1SP")).isEqualTo(new PartFile.Place(2, 7, "s12000036"));
        assertThat(file.places().get("EH99 1SQ")).isEqualTo(new PartFile.Place(4, 1, null));
    }

    @Test
    void each_row_at_fault_is_named() {
        assertThat(faults("postcode,decile,council_area\nEH99 1SP,11,\nnowhere,1,\nEH99 1SQ,2,s99\nEH99 1SR,3,\nEH991SR,3,\nEH99 1ST\n"))
                .containsExactly("row 2 decile", "row 3 postcode", "row 4 council-area", "row 6 twice", "row 7 cells");
        assertThat(faults("postcode,rank,postcode\nEH99 1SP,1,1\n")).containsExactly("column 2 unknown-column", "column 3 repeated-column", "decile required");
    }

    @Test
    void no_more_than_a_hundred_faults_are_told() {
        var rows = IntStream.range(0, 500).mapToObj(_ -> "nowhere,1\n").collect(Collectors.joining());
        assertThat(faults("postcode,decile\n" + rows)).hasSize(100);
    }

    @Test
    void what_is_no_csv_in_utf_8_is_refused() {
        assertThat(refused("".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("no-rows");
        assertThat(refused("postcode,decile\n".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("no-rows");
        assertThat(refused(("postcode,decile\n\"" + "x".repeat(200) + "\"\n").getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("not-csv");
        assertThat(refused(new byte[] {'a', (byte) 0xff}).code()).isEqualTo("not-utf-8");
    }

    private static PartFile read(String text) {
        return PartFile.read(text.getBytes(StandardCharsets.UTF_8), COUNCILS);
    }

    private static Iterable<String> faults(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8)).errors().stream().map(error -> error.field() + " " + error.code()).toList();
    }

    private static Problem refused(byte[] bytes) {
        var problem = new Problem[1];
        assertThatThrownBy(() -> PartFile.read(bytes, COUNCILS)).isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e.problem());
        return problem[0];
    }
}
