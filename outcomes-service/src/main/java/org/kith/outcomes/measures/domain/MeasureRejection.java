package org.kith.outcomes.measures.domain;

import org.kith.decider.Rejection;

public enum MeasureRejection implements Rejection {
    ALREADY_TAKEN;

    @Override
    public String code() {
        return "already-taken";
    }

    @Override
    public String detail() {
        return "This measure was recorded already.";
    }
}
