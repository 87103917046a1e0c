package org.kith.referral.sessions.domain;

import org.kith.decider.Rejection;

/** Why a command on a session was refused. */
public enum SessionRejection implements Rejection {
    ALREADY_HELD("already-held", "This session was recorded before.");

    private final String code;
    private final String detail;

    SessionRejection(String code, String detail) {
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
