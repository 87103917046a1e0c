package org.kith.logicmodel.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.logicmodel.suppression.Suppression.Shown;
import org.kith.logicmodel.suppression.Suppression.ShownTable;

class SuppressionTest {

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({"0, 0", "1, *", "7, *", "8, 10", "12, 10", "13, 15", "22, 20", "23, 25", "1000, 1000"})
    void one_to_seven_are_hidden_and_others_are_rounded(long count, String shown) {
        assertThat(Suppression.show(count).text()).isEqualTo(shown);
    }

    @Test
    void a_negative_count_is_no_count() {
        assertThatThrownBy(() -> Suppression.show(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_single_hidden_part_takes_the_next_smallest_with_it() {
        assertThat(texts(Suppression.show(43, counts("CP4", 3L, "CP5", 10L, "CP6", 30L)))).isEqualTo(Map.of("total", "45", "CP4", "*", "CP5", "*", "CP6", "30"));
    }

    @Test
    void parts_without_anybody_hide_nothing() {
        assertThat(texts(Suppression.show(20, counts("CP4", 20L, "CP5", 0L)))).isEqualTo(Map.of("total", "20", "CP4", "20", "CP5", "0"));
    }

    @Test
    void a_total_that_is_one_hidden_part_is_hidden_too() {
        assertThat(texts(Suppression.show(4, counts("CP4", 4L, "CP5", 0L)))).isEqualTo(Map.of("total", "*", "CP4", "*", "CP5", "0"));
    }

    @Test
    void parts_that_overlap_are_hidden_in_the_same_way() {
        assertThat(texts(Suppression.show(20, counts("debt", 18L, "housing", 2L, "caring", 12L)))).containsEntry("housing", "*").containsEntry("caring", "*");
    }

    static LongStream seeds() {
        return new Random().longs(20);
    }

    /** Every table that could lie behind what is shown is tried: each hidden number must be able to be several. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_reader_who_knows_the_rules_of_rounding_cannot_work_out_a_hidden_number(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var parts = new LinkedHashMap<String, Long>();
            int size = 1 + random.nextInt(4);
            for (int i = 0; i < size; i++) parts.put("part-" + i, (long) (random.nextInt(3) == 0 ? random.nextInt(9) : random.nextInt(30)));
            long total = parts.values().stream().mapToLong(Long::longValue).sum();

            var table = Suppression.show(total, parts);

            if (table.total().suppressed()) continue;
            table.parts().forEach((name, shown) -> {
                if (shown.suppressed()) assertThat(possible(table, name)).as("seed %d, %s of %s shown as %s", seed, name, parts, table).hasSizeGreaterThanOrEqualTo(3);
            });
        }
    }

    /** The values that one hidden part can have, given everything shown. */
    private static long[] possible(ShownTable table, String hidden) {
        long[] rest = {0, 0};
        for (var part : table.parts().entrySet()) {
            if (part.getKey().equals(hidden)) continue;
            rest[0] += lowest(part.getValue());
            rest[1] += highest(part.getValue());
        }
        long least = Math.max(1, lowest(table.total()) - rest[1]);
        long most = Math.min(40, highest(table.total()) - rest[0]);
        return LongStream.rangeClosed(least, most).toArray();
    }

    private static long lowest(Shown shown) {
        return shown.suppressed() ? 1 : shown.text().equals("0") ? 0 : Math.max(8, Long.parseLong(shown.text()) - 2);
    }

    private static long highest(Shown shown) {
        return shown.suppressed() ? 1000 : shown.text().equals("0") ? 0 : Long.parseLong(shown.text()) + 2;
    }

    private static Map<String, Long> counts(Object... namesAndCounts) {
        var counts = new LinkedHashMap<String, Long>();
        for (int i = 0; i < namesAndCounts.length; i += 2) counts.put((String) namesAndCounts[i], (Long) namesAndCounts[i + 1]);
        return counts;
    }

    private static Map<String, String> texts(ShownTable table) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("total", table.total().text());
        table.parts().forEach((name, shown) -> texts.put(name, shown.text()));
        return texts;
    }
}
