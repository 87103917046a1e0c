package org.kith.outcomes.casestudies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

public record CaseStudyView(
        String id, long version, String programme, String area, String theme, List<String> shows, String title, String text, Consent consent,
        Instant occurredAt) {

    public record Consent(String how, LocalDate on) {}

    static CaseStudyView of(CaseStudyRow row, TextRow text) {
        return new CaseStudyView(
                row.id, row.version, row.programme, row.area, row.theme, row.shows, text.title, text.content,
                new Consent(row.consentHow, row.consentOn), row.occurredAt);
    }
}
