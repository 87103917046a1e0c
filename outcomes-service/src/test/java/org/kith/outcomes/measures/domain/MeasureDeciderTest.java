package org.kith.outcomes.measures.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.testsupport.DeciderSpec;

class MeasureDeciderTest implements DeciderSpec<TakeMeasure, Measure, MeasureFact> {
    private static final Instant AT = Instant.parse("2026-05-04T09:00:00Z");
    private static final List<Integer> ANSWERS = List.of(3, 3, 3, 3, 3, 3, 3);

    @Override
    public Decider<TakeMeasure, Measure, MeasureFact> decider() {
        return new MeasureDecider();
    }

    @Test
    void swemwbs_gets_its_metric_score() {
        given().when(take(Instrument.SWEMWBS, ANSWERS, 21)).then(taken(Instrument.SWEMWBS, ANSWERS, 21, new BigDecimal("19.25")));
    }

    @Test
    void no_other_instrument_has_one() {
        given().when(take(Instrument.EQ_VAS, null, 60)).then(taken(Instrument.EQ_VAS, null, 60, null));
    }

    @Test
    void is_recorded_once() {
        given(taken(Instrument.EQ_VAS, null, 60, null)).when(take(Instrument.EQ_VAS, null, 60)).thenRejected(MeasureRejection.ALREADY_TAKEN);
    }

    private static TakeMeasure take(Instrument instrument, @Nullable List<Integer> answers, int raw) {
        return new TakeMeasure("m1", "clics", "CP4", "s1", "volunteer", instrument, Occasion.BASELINE, answers, raw, "host", AT);
    }

    private static MeasureFact.Taken taken(Instrument instrument, @Nullable List<Integer> answers, int raw, @Nullable BigDecimal metric) {
        return new MeasureFact.Taken("m1", "clics", "CP4", "s1", "volunteer", instrument, Occasion.BASELINE, answers, raw, metric, "host", AT);
    }
}
