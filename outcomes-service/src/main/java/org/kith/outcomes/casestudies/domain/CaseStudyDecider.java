package org.kith.outcomes.casestudies.domain;

import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.outcomes.casestudies.domain.CaseStudy.OnRecord;
import org.kith.outcomes.casestudies.domain.CaseStudy.Unknown;
import org.kith.outcomes.casestudies.domain.CaseStudyFact.Recorded;

public final class CaseStudyDecider implements Decider<RecordCaseStudy, CaseStudy, CaseStudyFact> {

    @Override
    public CaseStudy initial() {
        return new Unknown();
    }

    @Override
    public Decision<CaseStudyFact> decide(RecordCaseStudy c, CaseStudy state) {
        return switch (state) {
            case Unknown _ -> Decision.accept(new Recorded(
                    c.caseStudy(), c.programme(), c.area(), c.theme(), c.shows(), c.consentHow(), c.consentOn(), c.provider(), c.at()));
            case OnRecord _ -> Decision.reject(CaseStudyRejection.ALREADY_RECORDED);
        };
    }

    @Override
    public CaseStudy evolve(CaseStudy state, CaseStudyFact event) {
        return switch (event) {
            case Recorded e -> new OnRecord(e);
        };
    }
}
