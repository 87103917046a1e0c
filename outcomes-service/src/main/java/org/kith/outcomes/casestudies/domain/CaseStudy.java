package org.kith.outcomes.casestudies.domain;

public sealed interface CaseStudy {
    record Unknown() implements CaseStudy {}

    record OnRecord(CaseStudyFact.Recorded recorded) implements CaseStudy {}
}
