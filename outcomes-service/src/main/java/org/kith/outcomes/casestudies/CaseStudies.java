package org.kith.outcomes.casestudies;

import static org.kith.eventstore.ColumnType.DATE;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.ColumnType.TIMESTAMPTZ;
import static org.kith.eventstore.CompanionTable.column;

import java.util.List;
import java.util.Optional;
import org.kith.events.OutcomesEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;
import org.kith.outcomes.casestudies.domain.CaseStudy;
import org.kith.outcomes.casestudies.domain.CaseStudyFact;
import org.kith.outcomes.storage.CodesColumn;

/** Streams {@code case-study-<uuid>}: how they are stored, shown and told. */
public final class CaseStudies implements StreamFamily<CaseStudy, CaseStudyFact> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "case_study",
            column("programme", TEXT),
            column("area", TEXT),
            column("provider", TEXT),
            column("theme", TEXT),
            column("shows", TEXT),
            column("consent_how", TEXT),
            column("consent_on", DATE),
            column("occurred_at", TIMESTAMPTZ));

    public static final CompanionTable TEXTS = CompanionTable.rows("case_study_text", column("id", TEXT), column("title", TEXT), column("content", TEXT));

    private static final EventCodec<CaseStudyFact> CODEC = EventCodec.of(CaseStudyFact.class).event("case-study.recorded", CaseStudyFact.Recorded.class).build();

    @Override
    public String name() {
        return "case-study";
    }

    @Override
    public String source() {
        return "/kith/outcomes";
    }

    @Override
    public EventCodec<CaseStudyFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, CaseStudy stateAfter, CaseStudyFact event) {
        return switch (event) {
            case CaseStudyFact.Recorded e -> {
                var fact = new OutcomesEvent.CaseStudyRecorded(e.caseStudy(), e.theme(), e.shows());
                yield Optional.of(Publication.of(fact, e.programme(), e.area(), e.provider()));
            }
        };
    }

    static List<CompanionRow> show(String id, CaseStudy study, long version, int added) {
        return switch (study) {
            case CaseStudy.Unknown _ -> List.of();
            case CaseStudy.OnRecord(var s) -> REGISTER.show(
                    id, version, added, s.programme(), s.area(), s.provider(), s.theme(), CodesColumn.write(s.shows()), s.consentHow(), s.consentOn(),
                    s.occurredAt());
        };
    }
}
