package org.kith.outcomes.casestudies.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param shows the outcomes it indicates, coded; {@code consentHow} and {@code consentOn} of whom it tells of */
public record RecordCaseStudy(
        String caseStudy, String programme, String area, String theme, List<String> shows, String consentHow, LocalDate consentOn,
        @Nullable String provider, Instant at) {}
