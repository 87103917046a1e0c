package org.kith.acceptance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.assertj.core.api.Assertions;
import java.time.Duration;

/** A programme's numbers at one moment, to say afterwards which of them moved and by how much. */
record Watched(String programme, String query, Map<String, BigDecimal> values) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Watched now(String programme, String query) {
        return new Watched(programme, query, read(programme, query));
    }

    /** Waits for exactly these changes, of the named indicators; what is not named but watched must not have moved. */
    void moveBy(Map<String, Integer> changes, Collection<String> unmoved) {
        var expected = new LinkedHashMap<String, BigDecimal>();
        changes.forEach((indicator, by) -> expected.put(indicator, value(indicator).add(BigDecimal.valueOf(by))));
        unmoved.forEach(indicator -> expected.put(indicator, value(indicator)));
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            var after = read(programme, query);
            expected.forEach((indicator, value) -> Assertions.assertThat(after.get(indicator)).as(programme + " " + indicator).isEqualByComparingTo(value));
        });
    }

    private BigDecimal value(String indicator) {
        var value = values.get(indicator);
        if (value == null) throw new IllegalArgumentException(programme + " has no indicator " + indicator + ": " + values.keySet());
        return value;
    }

    private static Map<String, BigDecimal> read(String programme, String query) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (var one : Kith.as("programme-manager").report(programme, query).path("indicators"))
            values.put(one.path("id").asText(), one.path("value").isNumber() || one.path("value").isTextual() ? new BigDecimal(one.path("value").asText()) : BigDecimal.ZERO);
        return values;
    }
}
