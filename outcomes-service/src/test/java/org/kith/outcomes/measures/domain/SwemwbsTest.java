package org.kith.outcomes.measures.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwemwbsTest {

    @ParameterizedTest
    @CsvSource({"7, 7.00", "8, 9.51", "14, 15.32", "21, 19.25", "22, 19.98", "27, 24.11", "30, 27.03", "34, 32.55", "35, 35.00"})
    void converts_raw_sums_as_published(int raw, String metric) {
        assertThat(Swemwbs.metric(raw)).hasToString(metric);
    }

    @Test
    void rises_with_every_point() {
        assertThat(IntStream.rangeClosed(7, 35).mapToObj(Swemwbs::metric).toList()).hasSize(29).isSorted().doesNotHaveDuplicates();
    }
}
