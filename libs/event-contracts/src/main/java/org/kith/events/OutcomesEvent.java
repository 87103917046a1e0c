package org.kith.events;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the outcomes service publishes. */
public sealed interface OutcomesEvent extends PublicEvent {

    /**
     * @param subject opaque reference; {@code subjectKind} person or volunteer
     * @param instrument swemwbs, wemwbs, …; never pooled with one another
     * @param occasion baseline or follow-up
     * @param raw sum of the items
     * @param metric SWEMWBS only: the metric score, two decimals
     */
    @EventType("measure.taken")
    record MeasureTaken(
            String measure, String subject, String subjectKind, String instrument, String occasion, int raw, @Nullable BigDecimal metric)
            implements OutcomesEvent {}

    /** @param theme community-development, volunteering, social-prescribing …; {@code shows} the outcomes it indicates, coded */
    @EventType("case-study.recorded")
    record CaseStudyRecorded(String caseStudy, String theme, List<String> shows) implements OutcomesEvent {}
}
