package org.kith.outcomes.casestudies.domain;

import org.kith.decider.Rejection;

public enum CaseStudyRejection implements Rejection {
    ALREADY_RECORDED;

    @Override
    public String code() {
        return "already-recorded";
    }

    @Override
    public String detail() {
        return "This case study was recorded already.";
    }
}
