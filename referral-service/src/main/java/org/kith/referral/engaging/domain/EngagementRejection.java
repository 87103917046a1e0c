package org.kith.referral.engaging.domain;

import org.kith.decider.Rejection;

/** Why a command was refused. */
public enum EngagementRejection implements Rejection {
    ALREADY_RECORDED("already-recorded", "This was recorded before.");

    private final String code;
    private final String detail;

    EngagementRejection(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String detail() {
        return detail;
    }
}
