package org.kith.outcomes.casestudies;

import java.time.Instant;
import java.util.List;

/** A case study in a list, without what it tells. */
public record CaseStudyItem(String id, String programme, String area, String theme, List<String> shows, Instant occurredAt) {
    static CaseStudyItem of(CaseStudyRow row) {
        return new CaseStudyItem(row.id, row.programme, row.area, row.theme, row.shows, row.occurredAt);
    }
}
