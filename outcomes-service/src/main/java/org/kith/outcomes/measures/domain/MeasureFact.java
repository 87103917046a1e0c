package org.kith.outcomes.measures.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

public sealed interface MeasureFact extends DomainEvent {

    /** @param metric SWEMWBS only */
    record Taken(
            String measure, String programme, String area, String subject, String subjectKind, Instrument instrument, Occasion occasion,
            @Nullable List<Integer> answers, int raw, @Nullable BigDecimal metric, @Nullable String provider, Instant occurredAt)
            implements MeasureFact {}
}
