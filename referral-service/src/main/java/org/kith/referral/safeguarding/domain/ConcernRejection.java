package org.kith.referral.safeguarding.domain;

import org.kith.decider.Rejection;

/** Why a command on a concern was refused. */
public enum ConcernRejection implements Rejection {
    ALREADY_RAISED("already-raised", "This concern was raised before."),
    NOT_RAISED("not-raised", "There is no such concern."),
    ALREADY_ACKNOWLEDGED("already-acknowledged", "Somebody has acknowledged this concern."),
    NOT_BY_WHO_RAISED_IT("not-by-who-raised-it", "Somebody else has to acknowledge it."),
    NOT_ACKNOWLEDGED("not-acknowledged", "Acknowledge the concern first."),
    ALREADY_OVERDUE("already-overdue", "That it is overdue was said before.");

    private final String code;
    private final String detail;

    ConcernRejection(String code, String detail) {
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
