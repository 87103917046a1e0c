package org.kith.referral.outreach.domain;

import org.kith.decider.Rejection;

/** Why a command on an entry was refused. */
public enum OutreachRejection implements Rejection {
    NOT_RECORDED("not-recorded", "There is no such entry."),
    ALREADY_RECORDED("already-recorded", "This was recorded already."),
    ALREADY_IN_ERROR("already-in-error", "This was said to be entered in error before.");

    private final String code;
    private final String detail;

    OutreachRejection(String code, String detail) {
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
