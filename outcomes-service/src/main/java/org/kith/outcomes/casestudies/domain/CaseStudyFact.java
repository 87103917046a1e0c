package org.kith.outcomes.casestudies.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.decider.DomainEvent;

public sealed interface CaseStudyFact extends DomainEvent {
    record Recorded(
            String caseStudy, String programme, String area, String theme, List<String> shows, String consentHow, LocalDate consentOn,
            @Nullable String provider, Instant occurredAt)
            implements CaseStudyFact {}
}
